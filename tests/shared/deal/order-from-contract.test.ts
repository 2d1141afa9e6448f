import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { EffectView } from '#shared/deal/effects/effect.ts'
import { orderFromContract } from '#shared/deal/effects/order-from-contract.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import { dueFrom, type TermLine } from '#shared/order/schedule.ts'
import type { Change } from '#shared/record/change.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { addDays } from '#shared/time/civil-date.ts'
import { installment } from '#shared/trade/installment.ts'

const TODAY = '2026-10-20'

const view = (): EffectView => {
  let last = 0
  return {
    fields: STANDARD_FIELDS,
    currency: 'CNY',
    today: TODAY,
    language: 'en',
    now: 0,
    timezone: 'UTC',
    actorId: 'me',
    newId: () => {
      last += 1
      return `n${last}`
    },
  }
}

interface Given {
  readonly lines?: readonly { readonly qty: number; readonly unit_price: number; readonly discount?: number | null }[]
  readonly term?: object | null
  readonly contract?: object
  readonly currency?: string
  readonly inquiry?: string
}

const TERM = {
  id: 't',
  name: 'T/T 30/70',
  lines: [
    { pct: '30', anchor: 'order_confirmed', days: 7 },
    { pct: '70', anchor: 'bl_copy_sent', days: 7 },
  ],
  grace_days: 5,
  deposit_before_production: true,
  balance_before: 'bl_release',
}

function signed({ lines = [{ qty: 600_000, unit_price: 15_500_000 }], term = {}, ...given }: Given) {
  const currency = given.currency ?? 'USD'
  const rows = lines.map((line, at) => ({
    id: `q${at}`,
    quotation_id: 'q',
    seq: at + 1,
    description: `Line ${at}`,
    unit: 'H87',
    currency,
    line_total: lineTotal({ ...line, currency }),
    ...line,
  }))
  const contract = {
    id: 'c',
    quotation_id: 'q',
    customer_id: 'cu',
    currency,
    amount: rows.reduce((sum, { line_total }) => sum + line_total, 0),
    incoterm: 'FOB',
    named_place: 'Yantian',
    payment_term_id: 't',
    latest_shipment_date: '2026-12-20',
    ...given.contract,
  }
  const file = {
    deal: { id: 'd', owner_id: 'mia', merchandiser_id: 'ken' },
    terms: term === null ? [] : [{ ...TERM, ...term }],
    parts: {
      quotation: [{ id: 'q', lead_time_days: 45 }],
      // As the store has them: the newest first.
      quotation_line: [...rows].reverse(),
      inquiry: given.inquiry ? [{ id: 'i', status: given.inquiry }] : [],
    },
  } as unknown as DealFile
  const context = { file, type: 'contract', record: contract, with: {}, view: view() } as const
  return { outcome: orderFromContract(context as never), rows, contract }
}

type Made = Readonly<Record<string, unknown>> & { readonly id: string }

function made(outcome: ReturnType<typeof orderFromContract>, type: Change['type']): Made[] {
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.changes.flatMap((change) =>
    change.type === type && change.kind === 'create' ? [{ ...change.values, id: change.id }] : [],
  )
}

const problemsOf = (outcome: ReturnType<typeof orderFromContract>) =>
  'problems' in outcome ? outcome.problems.map(({ field, message }) => `${field}: ${message}`) : []

test('a line, its order line and its production order are one and the same thing, in their order', () => {
  const { outcome, contract } = signed({
    lines: [
      { qty: 600_000, unit_price: 15_500_000 },
      { qty: 200_000, unit_price: 15_000_000 },
    ],
    contract: { amount: 1_234_567 },
    inquiry: 'qualified',
  })
  const [order] = made(outcome, 'order')
  expect(order).toMatchObject({
    contract_id: contract.id,
    deal_id: 'd',
    owner_id: 'mia',
    merchandiser_id: 'ken',
    order_date: TODAY,
    charges: 4_567,
    promised_date: '2026-12-20',
    first_committed_date: '2026-12-20',
    exec_status: 'waiting_deposit',
  })
  const lines = made(outcome, 'order_line')
  expect(lines.map(({ seq, order_id }) => [seq, order_id])).toEqual([
    [1, order?.id],
    [2, order?.id],
  ])
  const production = made(outcome, 'production_order')
  expect(production.map(({ order_line_id, qty, planned_finish }) => [order_line_id, qty, planned_finish])).toEqual([
    [lines[0]?.id, 600_000, '2026-12-10'],
    [lines[1]?.id, 200_000, '2026-12-10'],
  ])
  expect(
    made(outcome, 'installment').map(({ amount, due_date, guards, grace_days }) => [
      amount,
      due_date,
      guards,
      grace_days,
    ]),
  ).toEqual([
    [370_370, '2026-10-27', 'production_start', 5],
    [864_197, null, 'bl_release', 5],
  ])
  if ('problems' in outcome) throw new Error()
  expect(outcome.changes.filter(({ type }) => type === 'inquiry')).toMatchObject([
    { kind: 'update', values: { status: 'converted' } },
  ])
})

describe('an order', () => {
  test('promises by the lead time where no latest shipment was agreed', () => {
    const { outcome } = signed({ contract: { latest_shipment_date: null } })
    expect(made(outcome, 'order')[0]).toMatchObject({ promised_date: addDays(TODAY, 45) })
  })

  test('waits for no deposit where its term asks for none', () => {
    const { outcome } = signed({ term: { deposit_before_production: false, balance_before: 'loading' } })
    expect(made(outcome, 'order')[0]).toMatchObject({ exec_status: 'not_started' })
    expect(made(outcome, 'installment').map(({ guards }) => guards)).toEqual([null, 'loading'])
  })

  test('of one part guards what its term says of the first, and no vessel', () => {
    const { outcome } = signed({ term: { lines: [{ pct: '100', anchor: 'order_confirmed', days: 3 }] } })
    expect(made(outcome, 'installment').map(({ guards }) => guards)).toEqual(['production_start'])
  })

  test.each(['loading', 'bl_release'])('of one part that guards no production is paid before %s', (balance_before) => {
    const lines = [{ pct: '100', anchor: 'etd', days: -3 }]
    const { outcome } = signed({ term: { lines, deposit_before_production: false, balance_before } })
    expect(made(outcome, 'installment').map(({ guards }) => guards)).toEqual([balance_before])
  })
})

test.each<[string, Given, string[]]>([
  [
    'without lines',
    { lines: [], contract: { amount: 100 } },
    ['quotation_id: The contract has no quotation with lines.'],
  ],
  [
    'without a quotation',
    { contract: { quotation_id: null } },
    ['quotation_id: The contract has no quotation with lines.'],
  ],
  ['without a term in use', { term: null }, ['payment_term_id: The payment term is missing or no longer in use.']],
  ['without a place', { contract: { named_place: null } }, ['incoterm: The Incoterm and its place are missing.']],
  [
    'with a deposit beyond its amount',
    {
      term: {
        lines: [
          { fixed: 100_000_000, anchor: 'order_confirmed', days: 0 },
          { pct: '100', anchor: 'bl_date', days: 0 },
        ],
      },
    },
    ['payment_term_id: Part 2 of the payment term is more than there is.'],
  ],
])('a contract %s makes nothing', (_, given, problems) => {
  expect(problemsOf(signed(given).outcome)).toEqual(problems)
})

test('whatever was agreed, the order comes to the contract and its installments to the order, to the cent', () => {
  const line = fc.record({
    qty: fc.integer({ min: 1, max: 10_000_000 }),
    unit_price: fc.integer({ min: 0, max: 2_000_000_000 }),
    discount: fc.option(fc.integer({ min: 0, max: 10_000 })),
  })
  const anchors = Object.keys(installment.fields.anchor.choices) as TermLine['anchor'][]
  const part = fc.record({
    pct: fc.integer({ min: 0, max: 5_000 }).map((hundredths) => String(hundredths / 100)),
    anchor: fc.constantFrom(...anchors),
    days: fc.integer({ min: -90, max: 180 }),
    eom: fc.boolean(),
  })
  const terms = fc
    .array(part, { minLength: 1, maxLength: 6 })
    .filter((parts) => parts.slice(0, -1).reduce((sum, { pct }) => sum + Number(pct), 0) <= 100)
  const known: readonly string[] = ['order_confirmed', 'contract_signed', 'pi_issued']
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      terms,
      fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
      fc.integer({ min: -5_000, max: 5_000 }),
      (lines, parts, currency, charges) => {
        const { rows } = signed({ lines, currency })
        const amount = rows.reduce((sum, { line_total }) => sum + line_total, 0) + charges
        fc.pre(amount >= 0)
        const { outcome } = signed({ lines, currency, term: { lines: parts }, contract: { amount } })
        if ('problems' in outcome) {
          // A last part that rounding has left below nothing; it is told and nothing is made.
          expect(problemsOf(outcome)).toEqual([expect.stringMatching(/is more than there is/)])
          return
        }
        const [order] = made(outcome, 'order')
        const sum = made(outcome, 'order_line').reduce(
          (all, one) => all + lineTotal(one as unknown as Parameters<typeof lineTotal>[0]),
          0,
        )
        expect(sum + Number(order?.charges ?? 0)).toBe(amount)
        const installments = made(outcome, 'installment')
        expect(installments.reduce((all, one) => all + Number(one.amount), 0)).toBe(amount)
        expect(installments.map(({ seq }) => seq)).toEqual(parts.map((_, at) => at + 1))
        for (const [at, one] of installments.entries()) {
          const { anchor, days, eom } = parts[at] as (typeof parts)[number]
          const due = known.includes(anchor) ? dueFrom(TODAY, days, eom) : null
          expect([one.due_date, one.status]).toEqual([due, due ? 'scheduled' : 'awaiting_anchor'])
        }
        expect(made(outcome, 'production_order')).toHaveLength(lines.length)
        const ids = outcome.changes.flatMap((change) => (change.kind === 'create' ? [change.id] : []))
        expect(new Set(ids).size).toBe(ids.length)
      },
    ),
  )
})
