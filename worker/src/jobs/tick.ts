import { clocksOf, ruleOf } from '#shared/sla/clock.ts'
import { decideDue } from '#shared/sla/due.ts'
import { recipientsOf } from '#shared/sla/recipients.ts'
import { chargesDue, type InCharge, placeOf, readCharges } from '../store/charge.ts'
import type { Database } from '../store/database.ts'
import { beat, type DueTimer, decided, dueTimers, type Move, type Owed } from '../store/due.ts'
import { mailKey } from './mail-key.ts'

/** What a tick did. */
export interface Ticked {
  /** Timers moved on. */
  readonly decided: number
  /** Mails newly written down. */
  readonly queued: number
}

/** How many timers are taken together, and how often in one tick: at most 10 round trips, whatever is due. */
const TOGETHER = 200
const ROUNDS = 5

/**
 * Works out what is owed, in due order, and writes it down: nothing is sent here. It takes everything that is due,
 * however late it comes. Two at once, or one that dies anywhere, owe nothing twice and nothing less.
 */
export async function tick(database: Database, now: number): Promise<Ticked> {
  let [moved, queued] = [0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = { now, limit: TOGETHER }
    const [, due = [], ...charges] = await database.batch([
      beat({ job: 'tick', now }),
      dueTimers(asked),
      ...chargesDue.map((make) => make(asked)),
    ])
    if (due.length === 0) break
    const known = readCharges(charges)
    const decisions = due.map((row) => decide(row as unknown as DueTimer, known, now))
    const [mails = [], moves = []] = await database.batch(
      decided(
        decisions.map(({ move }) => move),
        decisions.flatMap(({ owed }) => owed),
        now,
      ),
    )
    moved += moves.length
    queued += mails.length
    if (due.length < TOGETHER) break
  }
  return { decided: moved, queued }
}

/** A timer that this version of the rules does not know is left alone for an hour: another one may. */
const UNKNOWN_MS = 3_600_000

function decide(
  timer: DueTimer,
  known: ReadonlyMap<string, InCharge>,
  now: number,
): { readonly move: Move; readonly owed: readonly Owed[] } {
  const rule = ruleOf(timer.rule)
  if (!rule) return { move: { timer, level: timer.level, dueAt: now + UNKNOWN_MS }, owed: [] }
  const found = known.get(placeOf(timer.tenantId, timer.recordId))
  const runs = found && clocksOf(rule.on, found.record).some(({ startedAt }) => startedAt === timer.startedAt)
  if (!found || !runs) return { move: { timer, level: timer.level, dueAt: null }, owed: [] }
  const { reached, next } = decideDue(timer, now)
  const done = reached.at(-1)
  const move = { timer, level: next?.level ?? rule.levels.length, dueAt: next?.dueAt ?? null }
  if (done === undefined) return { move, owed: [] }
  const recipients = recipientsOf(rule.levels[done]?.tells ?? [], found.charge)
  const owed = (recipients.length > 0 ? recipients : [null]).map((recipient) => ({
    timer,
    key: mailKey({ ...timer, level: done, userId: recipient?.userId ?? '' }),
    recipient,
    levels: reached,
  }))
  return { move, owed }
}
