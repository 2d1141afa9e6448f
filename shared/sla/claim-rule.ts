import { CLAIM_MINUTES, isUnclaimed } from '#shared/customer/claim.ts'
import { text } from '#shared/i18n/language.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Rule } from './rule.ts'

/**
 * An inquiry of no deal is claimed within 24 hours, or people are told. One that has a deal is told of by the clocks of
 * the deal's own definition, which also have it go back to the pool.
 */
export const claimRule: Rule = {
  key: 'claim',
  on: 'inquiry',
  startOf(record) {
    const { received_at, deal_id } = record as Inquiry
    return isUnclaimed(record as Inquiry) && (deal_id ?? null) === null ? received_at : null
  },
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
