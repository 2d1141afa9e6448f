import type { RANK } from '#shared/trade/customer-rank.ts'
import type { Customer } from '#shared/trade/index.ts'

/** What is kept on a customer of their tier and their rhythm. */
export type Rank = Pick<Customer, keyof typeof RANK>

/** Nothing is set by hand. */
export const NOT_OVERRIDDEN = {
  tier_override: null,
  tier_override_reason: null,
  tier_override_until: null,
  tier_override_by: null,
} as const
