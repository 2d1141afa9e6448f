import { describe, expect, it } from 'vitest'
import { tierOf } from '#shared/customer/tier.ts'
import { daysBetween } from '#shared/time/civil-date.ts'
import { inBase } from '../../workbench/src/demo/orders.ts'
import { COUNTRIES } from '../../workbench/src/demo/words/countries.ts'
import { must, ordersOf, records, TODAY } from './demo-reading.ts'

/** Percent of rows for each answer. */
function shares<T>(rows: readonly T[], of: (row: T) => string | null): (key: string) => number {
  const groups = Map.groupBy(rows, of)
  return (key) => (100 * (groups.get(key)?.length ?? 0)) / rows.length
}

describe('it is as large and as mixed as its description', () => {
  it('has the people, customers, contacts, orders and money parts of domain 6.1', () => {
    expect(records.user).toHaveLength(18)
    expect(records.team).toHaveLength(4)
    expect(records.customer).toHaveLength(240)
    expect(records.customer.filter((one) => one.lifecycle === 'prospect')).toHaveLength(60)
    expect(records.contact).toHaveLength(520)
    expect(records.order).toHaveLength(400)
    expect(records.order_line.length).toBeGreaterThan(1_260 * 0.95)
    expect(records.order_line.length).toBeLessThan(1_260 * 1.05)
    expect(records.installment.length).toBeGreaterThan(760 * 0.97)
    expect(records.installment.length).toBeLessThan(760 * 1.03)
    expect(records.interaction.length).toBeGreaterThan(9_500 * 0.97)
    expect(records.interaction.length).toBeLessThan(9_500 * 1.03)
    const ofStrangers = records.inquiry.filter(({ customer_id }) => customer_id === null)
    expect(ofStrangers.length).toBeGreaterThanOrEqual(10)
    expect(ofStrangers.length).toBeLessThanOrEqual(20)
  })

  it('has as many customers in each of 34 countries as are said there', () => {
    const counts = Map.groupBy(records.customer, (one) => one.country)
    expect(COUNTRIES).toHaveLength(34)
    for (const { code, share } of COUNTRIES) expect(counts.get(code)?.length, code).toBe(share)
  })

  it('has one to four contacts for each customer, one of them the main one', () => {
    for (const people of Map.groupBy(records.contact, (one) => one.customer_id).values()) {
      expect(people.length).toBeLessThanOrEqual(4)
      expect(people.filter((one) => one.is_primary)).toHaveLength(1)
    }
    expect(new Set(records.contact.map((one) => one.customer_id)).size).toBe(240)
  })

  it.each<[string, (key: string) => number, Readonly<Record<string, number>>, number]>([
    ['currencies', shares(records.order, (one) => one.currency), { USD: 78, EUR: 17, GBP: 2, JPY: 2, CNY: 1 }, 3],
    [
      'Incoterms',
      shares(records.order, (one) => one.incoterm),
      { FOB: 56, CIF: 17, EXW: 6, FCA: 6, CFR: 5, DAP: 5, DDP: 4, CIP: 1 },
      4,
    ],
    [
      'loading ports',
      shares(
        records.order.filter((one) => one.incoterm === 'FOB' || one.incoterm === 'FCA'),
        (one) => one.place_locode,
      ),
      { CNYTN: 44, CNNSA: 16, CNSHK: 14, CNNGB: 14, CNSHA: 12 },
      4,
    ],
    [
      'payment terms',
      shares(records.order, (one) => one.payment_term),
      {
        'T/T 30/70 against copy B/L': 52,
        'T/T 30/70 before shipment': 18,
        'T/T 100% in advance': 9,
        '20% T/T deposit, 80% L/C at sight': 8,
        'OA 30/60 days after B/L date': 9,
        'D/P at sight': 3,
      },
      4,
    ],
    [
      'decision roles',
      shares(records.contact, (one) => one.decision_role),
      { decision_maker: 35, influencer: 25, user: 20, gatekeeper: 10 },
      4,
    ],
    [
      'timeline items',
      shares(records.interaction, (one) => one.kind),
      { mail: 71, chat: 11, call: 8, note: 6, meeting: 4 },
      2,
    ],
  ])('mixes its %s as said', (_, share, wanted, tolerance) => {
    for (const [key, percent] of Object.entries(wanted)) {
      expect(Math.abs(share(key) - percent), `${key} ${share(key)}`).toBeLessThanOrEqual(tolerance)
    }
  })

  it('has tiers that follow from the orders alone and come out as a real firm has them', () => {
    for (const customer of records.customer) {
      const placed = ordersOf(customer).filter((one) => one.status !== 'cancelled')
      const lastYear = placed.filter((one) => daysBetween(one.order_date, TODAY) <= 365)
      const shipped = placed.filter((one) => one.shipped_on !== null)
      const dates = placed.map((one) => one.order_date).sort()
      const { tier, score, basis } = tierOf({
        asOf: TODAY,
        lifetimeAmount: shipped.reduce((sum, one) => sum + inBase(must(one.total), one.currency, must(one.fx_rate)), 0),
        grossProfit12m: lastYear.reduce((sum, one) => sum + must(one.profit_expected), 0),
        orders12m: lastYear.length,
        lastOrderDate: dates.at(-1) ?? null,
        firstOrderDate: dates[0] ?? null,
        previous: customer.name === 'Granite Fork Outfitters LLC' ? 'A' : null,
      })
      expect([customer.name, customer.tier, customer.tier_score, customer.tier_basis]).toEqual([
        customer.name,
        tier,
        score,
        basis,
      ])
    }
    const share = shares(records.customer, (one) => one.tier)
    expect(share('A')).toBeGreaterThanOrEqual(8)
    expect(share('A')).toBeLessThanOrEqual(12)
    expect(share('B')).toBeGreaterThanOrEqual(22)
    expect(share('B')).toBeLessThanOrEqual(30)
  })

  it('has a lifecycle that follows from the orders', () => {
    for (const customer of records.customer) {
      const dates = ordersOf(customer)
        .filter((one) => one.status !== 'cancelled')
        .map((one) => one.order_date)
        .sort()
      const last = dates.at(-1)
      const lifecycle = last === undefined ? 'prospect' : daysBetween(last, TODAY) > 365 ? 'dormant' : 'active'
      expect([customer.name, customer.lifecycle]).toEqual([customer.name, lifecycle])
    }
  })
})
