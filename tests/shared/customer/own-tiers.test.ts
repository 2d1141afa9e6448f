import { expect, test } from 'vitest'
import { STANDARD_TIERS } from '#shared/customer/standard-tiers.ts'
import { dataSchema } from '#shared/record/data.ts'
import { tenant } from '#shared/trade/tenant.ts'

const takes = (value: unknown): boolean => dataSchema(tenant.fields.tiers).safeParse(value).success

test("a firm's own tiers may be the standard ones, and others of the same shape", () => {
  expect(takes(STANDARD_TIERS)).toBe(true)
  expect(takes({ ...STANDARD_TIERS, thresholds: { A: 900, B: 300 } })).toBe(true)
})

test.each([
  ['weights that are not a hundred percent', { weights: { ...STANDARD_TIERS.weights, M: 31 } }],
  ['an A that is below a B', { thresholds: { A: 400, B: 450 } }],
  ['bands that do not rise', { bands: { ...STANDARD_TIERS.bands, F: STANDARD_TIERS.bands.F.toReversed() } }],
  ['a dimension without bands', { bands: { ...STANDARD_TIERS.bands, P: [] } }],
  ['points beyond a hundred', { recency: [{ upTo: 30, points: 101 }] }],
  ['more than there is', { discount: 1 }],
])('%s are refused', (_, wrong) => {
  expect(takes({ ...STANDARD_TIERS, ...wrong })).toBe(false)
})
