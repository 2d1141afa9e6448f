import { SETTLE } from '#shared/deal/deal-clocks.ts'
import { type Clock, clocksOf, ruleOf, timesOf } from '#shared/sla/clock.ts'
import { decideDue } from '#shared/sla/due.ts'
import type { PlannedLevel } from '#shared/sla/planned-clock.ts'
import { chargesDue, type InCharge, placeOf, readCharges } from '../store/charge.ts'
import { rankingWaits } from '../store/customer-work.ts'
import type { Database } from '../store/database.ts'
import { workWaits } from '../store/deal-work.ts'
import { type Act, beat, type DueTimer, decided, dueTimers, type Move, type Owed } from '../store/due.ts'
import { levelTells, withPost } from './level-tells.ts'
import { mailKey } from './mail-key.ts'

/** What a tick did. */
export interface Ticked {
  /** Timers moved on. */
  readonly decided: number
  /** Mails newly written down. */
  readonly queued: number
}

/** Whether something is to be done to deals or customers, which a tick itself does not do. */
interface Waiting {
  readonly dealsWait: boolean
  readonly customersWait: boolean
}

/** How many timers are taken together, and how often in one tick: at most 10 round trips, whatever is due. */
const TOGETHER = 200
const ROUNDS = 5

/**
 * Works out what is owed, in due order, and writes it down: nothing is sent here. It takes everything that is due,
 * however late it comes. Two at once, or one that dies anywhere, owe nothing twice and nothing less.
 */
export async function tick(database: Database, now: number): Promise<Ticked & Waiting> {
  let [moved, queued, dealsWait, customersWait] = [0, 0, false, false]
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = { now, limit: TOGETHER }
    const [, waits = [], unranked = [], due = [], ...charges] = await database.batch([
      beat({ job: 'tick', now }),
      workWaits({ now }),
      rankingWaits({ now }),
      dueTimers(asked),
      ...chargesDue.map((make) => make(asked)),
    ])
    dealsWait ||= waits.length > 0
    customersWait ||= unranked.length > 0
    if (due.length === 0) break
    const known = readCharges(charges)
    const decisions = due.map((row) => decide(row as unknown as DueTimer, known, now))
    const [mails = [], acts = [], moves = []] = await database.batch(
      decided(
        {
          moves: decisions.map(({ move }) => move),
          owed: decisions.flatMap(({ owed }) => owed),
          acts: decisions.flatMap(({ acts }) => acts),
        },
        now,
      ),
    )
    dealsWait ||= acts.length > 0
    moved += moves.length
    queued += mails.length
    if (due.length < TOGETHER) break
  }
  return { decided: moved, queued, dealsWait, customersWait }
}

/** A timer that this version of the rules does not know is left alone for an hour: another one may. */
const UNKNOWN_MS = 3_600_000

interface Decision {
  readonly move: Move
  readonly owed: readonly Owed[]
  readonly acts: readonly Act[]
}

function decide(timer: DueTimer, known: ReadonlyMap<string, InCharge>, now: number): Decision {
  const only = (move: Move): Decision => ({ move, owed: [], acts: [] })
  if (timer.type !== 'deal' && !ruleOf(timer.rule)) {
    return only({ timer, level: timer.level, dueAt: now + UNKNOWN_MS })
  }
  const found = known.get(placeOf(timer.tenantId, timer.recordId))
  const clock = found && clockOf(found, timer)
  if (!found || !clock) return only({ timer, level: timer.level, dueAt: null })
  const { reached, next } = decideDue({ ...clock, level: timer.level }, now)
  const done = reached.at(-1)
  const move = { timer, level: next?.level ?? timesOf(clock).length, dueAt: next?.dueAt ?? null }
  if (done === undefined) return only(move)
  return { move, owed: owedBy(timer, clock, found, reached), acts: actsOf(timer, clock, found, reached) }
}

const clockOf = ({ type, record }: InCharge, { rule, startedAt }: DueTimer): Clock | undefined =>
  clocksOf(type, record).find((one) => one.rule === rule && one.startedAt === startedAt)

/** The highest level that is reached is told; of one that names nobody and does something nobody has to know. */
function owedBy(timer: DueTimer, clock: Clock, found: InCharge, reached: readonly number[]): Owed[] {
  const level = reached.findLast((one) => !isSilent(clock.planned?.[one]))
  if (level === undefined) return []
  const levels = reached.filter((one) => one <= level && !isSilent(clock.planned?.[one]))
  const recipients = levelTells(clock, level, found)
  return (recipients.length > 0 ? recipients : [null]).map((recipient) => ({
    timer,
    key: mailKey({ ...timer, level, userId: recipient?.userId ?? '' }),
    recipient,
    levels,
  }))
}

const isSilent = (level: PlannedLevel | undefined): boolean =>
  level !== undefined && level.tells.length === 0 && level.action !== null

/** What levels ask to have done is done of each of them, also where they were missed together. */
function actsOf(timer: DueTimer, clock: Clock, found: InCharge, reached: readonly number[]): Act[] {
  const { planned = [] } = clock
  const acts = reached.flatMap((level): Act[] => {
    const { action, label } = planned[level] ?? {}
    if (!action) return []
    if (action === SETTLE) return [{ timer, what: SETTLE, key: '', about: {} }]
    const [first] = action === 'task_finance' ? withPost('finance', found) : levelTells(clock, level, found)
    const about = { label, assigneeId: first?.userId ?? null }
    return [{ timer, what: action, key: mailKey({ ...timer, level, userId: '' }), about }]
  })
  return acts.filter(({ what, key }, index) => acts.findIndex((one) => one.what === what && one.key === key) === index)
}
