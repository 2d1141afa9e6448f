import { type Clock, ruleOf } from '#shared/sla/clock.ts'
import { dealRecipientsOf } from '#shared/sla/deal-recipients.ts'
import { type Recipient, recipientsOf } from '#shared/sla/recipients.ts'
import type { InCharge } from '../store/charge.ts'

/** Who is told of a level of a clock, as things are now. */
export function levelTells({ rule, planned }: Clock, level: number, known: InCharge): Recipient[] {
  return known.type === 'deal'
    ? dealRecipientsOf(planned?.[level]?.tells ?? [], known.charge)
    : recipientsOf(ruleOf(rule)?.levels[level]?.tells ?? [], known.charge)
}

/** Somebody who has a post, for what is one person's to do. */
export const withPost = (role: string, known: InCharge): Recipient[] =>
  known.type === 'deal' ? dealRecipientsOf([{ who: `role:${role}`, up: 0 }], known.charge) : []
