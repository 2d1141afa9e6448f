import { type Clock, clocksOf, dueAt, goesOnWith, ruleOf } from '#shared/sla/clock.ts'
import { type Recipient, standInFor } from '#shared/sla/recipients.ts'
import type { InCharge } from '../store/charge.ts'
import type { About, Instead, Taken } from '../store/outbox.ts'
import { levelTells } from './level-tells.ts'
import { mailKey } from './mail-key.ts'
import { ATTEMPTS_MAX } from './retry-delay.ts'

/** What is to become of a mail before it is built: it goes, or it ends here, with a word for why. */
export type Verdict = Going | End

interface Going {
  readonly kind: 'goes'
  readonly clock: Clock
  /** As what its reader gets it: by now that may be something else than when it was written down. */
  readonly as: About['as']
}

export interface End {
  readonly kind: 'dropped' | 'parked'
  readonly why: string
  /** Who is told in the place of its reader. */
  readonly instead: readonly Instead[]
}

/**
 * Whether a mail that was owed when it was written down is still true when it is about to leave: much may have happened
 * in between. `known` is the record as it is now.
 */
export function verdictOn(mail: Taken, known: InCharge | undefined, now: number): Verdict {
  const { about, userId } = mail
  if (mail.attempts > ATTEMPTS_MAX) return { kind: 'parked', why: 'too_many_attempts', instead: [] }
  if (mail.type !== 'deal' && !ruleOf(about.rule)) return { kind: 'parked', why: 'unknown_rule', instead: [] }
  const clocks = known ? clocksOf(known.type, known.record) : []
  const clock =
    clocks.find(({ rule, startedAt }) => rule === about.rule && startedAt === about.startedAt) ??
    clocks.find((one) => goesOnWith(one, about))
  if (!known || !clock) return { kind: 'dropped', why: 'done', instead: [] }
  const level = levelOf(about)
  // The next level says all that this one says, and later.
  if ((dueAt(clock, level + 1) ?? now + 1) <= now) return { kind: 'dropped', why: 'overtaken', instead: [] }
  const told = levelTells(clock, level, known)
  const as = told.find((one) => one.userId === userId)?.as ?? (about.as === 'stand_in' ? about.as : null)
  if (as !== null) return { kind: 'goes', clock, as }
  return { kind: 'dropped', why: 'moved', instead: told.map((one) => insteadOf(mail, one)) }
}

/** For a mail whose reader may not see what it is about: nothing of it is told to them, and somebody else is asked. */
export function unseen(mail: Taken, known: InCharge | undefined): End {
  const userId = known ? standInFor({ userId: mail.userId, as: mail.about.as }, known.charge) : null
  const instead = userId === null ? [] : [insteadOf(mail, { userId, as: 'stand_in' })]
  return { kind: 'dropped', why: 'not_seen', instead }
}

const levelOf = ({ levels }: About): number => levels.at(-1) ?? 0

function insteadOf(mail: Taken, { userId, as }: Pick<Recipient, 'userId'> & Pick<About, 'as'>): Instead {
  const { tenantId, recordId, about } = mail
  const { rule, startedAt } = about
  return { mail, key: mailKey({ tenantId, recordId, rule, startedAt, level: levelOf(about), userId }), userId, as }
}
