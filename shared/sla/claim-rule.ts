import { CLAIM_MINUTES, isUnclaimed } from '#shared/customer/claim.ts'
import { text } from '#shared/i18n/language.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Rule } from './rule.ts'

/**
 * An inquiry is claimed within 24 hours, or people are told; the standard workflow's clock `claim` and its
 * escalation. Twelve hours late, that workflow would also have an inquiry go back to the pool. Nothing here does
 * that: this rule tells people, and leaves moving the inquiry to whatever carries out workflows.
 */
export const claimRule: Rule = {
  key: 'claim',
  on: 'inquiry',
  startOf: (record) => (isUnclaimed(record as Inquiry) ? (record as Inquiry).received_at : null),
  levels: [
    {
      afterMinutes: (CLAIM_MINUTES * 80) / 100,
      label: text('80 % of the time to claim it is over', '已过认领时限的80%'),
      tells: ['responsible'],
    },
    {
      afterMinutes: CLAIM_MINUTES,
      label: text('the time to claim it is over', '认领时限已到'),
      tells: ['responsible', 'superior'],
    },
    {
      afterMinutes: CLAIM_MINUTES + 720,
      label: text('12 hours late', '已超时12小时'),
      tells: ['second_superior'],
    },
    {
      afterMinutes: CLAIM_MINUTES + 1440,
      label: text('24 hours late', '已超时24小时'),
      tells: ['fallback'],
    },
  ],
}
