import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditLeft } from '#shared/customer/credit-left.ts'
import { aging } from '#shared/order/aging.ts'
import { BUCKETS } from '#shared/order/aging-buckets.ts'
import { type Due, openAging, overdueOf } from '#shared/order/open-aging.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import { aCustomer } from '../../fixtures/builders.ts'

const TODAY = '2026-10-20'
const due: fc.Arbitrary<Due> = fc.tuple(
  fc.option(
    fc.integer({ min: -200, max: 200 }).map((days): CivilDate => addDays(TODAY, days)),
    { nil: null },
  ),
  fc.integer({ min: 0, max: 1e9 }),
)

test('open money falls into the same buckets as in the firm-wide aging, and every cent into one', () => {
  fc.assert(
    fc.property(fc.array(due, { maxLength: 30 }), (dues) => {
      const kept = openAging(dues, TODAY)
      const items = dues.map(([one, outstanding], at) => ({ id: String(at), currency: 'USD', outstanding, due: one }))
      const whole = aging({ asOf: TODAY, baseCurrency: 'USD', rates: {}, items })
      if ('error' in whole) throw new Error(whole.error)
      expect(kept).toEqual(whole.base)
      expect(BUCKETS.reduce((sum, bucket) => sum + kept[bucket], 0)).toBe(
        dues.reduce((sum, [, amount]) => sum + amount, 0),
      )
      expect(overdueOf(kept)).toBe(whole.overdue)
    }),
  )
})

const LIMIT = { credit_limit: 1_000_000, credit_currency: 'USD', credit_until: null } as const
const money = (currency: string, at_risk: number, dues: readonly Due[] = []) => ({
  currency,
  open_amount: at_risk,
  dues,
  at_risk,
})

test.each([
  ['nothing is owed', LIMIT, [], { left: 1_000_000, decision: 'allow' }],
  [
    'what is paid before delivery is no risk',
    LIMIT,
    [{ ...money('USD', 0), open_amount: 900_000 }],
    { left: 1_000_000 },
  ],
  ['four fifths are used', LIMIT, [money('USD', 800_000)], { left: 200_000, decision: 'warn' }],
  ['more is owed than may be', LIMIT, [money('USD', 1_200_000)], { left: -200_000, decision: 'block' }],
  ['something is a day late', LIMIT, [money('USD', 1, [['2026-10-19', 1]])], { decision: 'warn' }],
  ['something is more than thirty days late', LIMIT, [money('EUR', 1, [['2026-09-19', 1]])], { decision: 'block' }],
  [
    'another currency is told, and not counted',
    LIMIT,
    [money('EUR', 500)],
    { left: 1_000_000, uncounted: [money('EUR', 500)] },
  ],
  ['the limit has ended', { ...LIMIT, credit_until: '2026-10-19' }, [], { left: 0, decision: 'block', ended: true }],
  ['it counts through its last day', { ...LIMIT, credit_until: TODAY }, [], { left: 1_000_000, ended: false }],
])('credit left: %s', (_, limit, open, expected) => {
  expect(creditLeft({ ...aCustomer({ id: 'C' }), ...limit }, open as never, TODAY)).toMatchObject(expected)
})

test('without a limit there is no credit to tell of', () => {
  expect(creditLeft(aCustomer({ id: 'C' }), [money('USD', 5)], TODAY)).toBeNull()
})
