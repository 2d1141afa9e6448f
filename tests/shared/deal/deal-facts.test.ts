import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealFacts, partFacts } from '#shared/deal/deal-facts.ts'
import { dealSchema, partSchema } from '#shared/deal/deal-schema.ts'
import { PART_NAMES, PARTS } from '#shared/deal/parts.ts'
import { seenDeal } from '#shared/deal/seen-deal.ts'
import { stepsOf } from '#shared/deal/steps.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import { firmFields, STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { TYPES } from '#shared/trade/index.ts'
import { aCustomer, anInstallment, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, published, standingAt } from '../../fixtures/deal-file.ts'
import { aDefinition } from '../../fixtures/own-fields.ts'

const ofDeal = { deal_id: DEAL, customer_id: 'C' }

describe('what expressions know of a deal', () => {
  test('is what its schema says that they may ask, for a deal of which there is nothing', () => {
    const { records, fields } = dealFacts(aDealFile({ deal: { state: null } }), aView())
    const schema = dealSchema(STANDARD_FIELDS)
    expect(Object.keys(records).sort()).toEqual(Object.keys(schema.records).sort())
    for (const key of Object.keys(schema.fields)) expect(fields).toHaveProperty([key])
    expect(records.customer).toBeNull()
  })

  test.each(PART_NAMES)('of a %s is each of its fields, by the names of the schema', (part) => {
    const empty = Object.keys(TYPES[part].fields).map((key) => [key, null])
    const record = { ...Object.fromEntries(empty), id: 'X', custom: {}, currency: 'USD', amount: 0, paid_amount: 0 }
    const { fields } = partFacts(aDealFile(), part, record, aView())
    for (const key of Object.keys(partSchema(part, STANDARD_FIELDS).records[PARTS[part].as]?.fields ?? {}))
      expect(fields).toHaveProperty([key])
  })

  test('is money in whole units of its own currency, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const part = anInstallment({ id: 'N', order_id: 'O', ...ofDeal, amount, currency })
        const { records } = dealFacts(aDealFile({ parts: { installment: [part] } }), aView())
        const [fact] = records.installment as readonly { readonly open: string; readonly amount: string }[]
        const places = { USD: 100, JPY: 1, KWD: 1000 }[currency] as number
        expect(Math.round(Number(fact?.open) * places)).toBe(amount)
        expect(fact?.open).toBe(fact?.amount)
      }),
    )
  })

  test('is nothing open of what is paid, written off or cancelled, and each currency by itself', () => {
    const part = (id: string, given: object) =>
      anInstallment({ id, order_id: 'O', ...ofDeal, amount: 1_000_00, ...given })
    const installment = [
      part('1', { status: 'paid', paid_amount: 1_000_00 }),
      part('2', { status: 'written_off' }),
      part('3', { paid_amount: 400_00, guards: 'loading' }),
      part('4', { currency: 'EUR' }),
    ]
    const { fields } = dealFacts(aDealFile({ parts: { installment } }), aView())
    expect(fields.open).toBe('USD 600.00 + EUR 1,000.00')
    expect([fields.open_loading, fields.open_deposit, fields.open_release]).toEqual(['USD 600.00', null, null])
  })

  test('has the inspection of a whole order on each of its lines, and a line’s own before it', () => {
    const parts = {
      order: [anOrder({ id: 'O', ...ofDeal, inspection_result: 'accept' })],
      order_line: [
        anOrderLine({ id: 'L1', order_id: 'O' }),
        anOrderLine({ id: 'L2', order_id: 'O', inspection_result: 'accept_with_deviation' }),
      ],
    }
    const { records } = dealFacts(aDealFile({ parts }), aView())
    expect(records.line).toMatchObject([
      { inspection_result: 'accept' },
      { inspection_result: 'accept_with_deviation' },
    ])
  })

  test('has no lines of a cancelled order beside those of another, and only those when there is no other', () => {
    const linesWith = (...statuses: ('confirmed' | 'cancelled')[]) => {
      const parts = {
        order: statuses.map((status, at) => anOrder({ id: `O${at}`, ...ofDeal, status })),
        order_line: statuses.map((_, at) => anOrderLine({ id: `L${at}`, order_id: `O${at}` })),
      }
      const { records } = dealFacts(aDealFile({ parts }), aView())
      return (records.line as readonly { readonly id: string }[]).map(({ id }) => id)
    }
    expect(linesWith('cancelled', 'confirmed')).toEqual(['L1'])
    expect(linesWith('confirmed', 'confirmed')).toEqual(['L0', 'L1'])
    expect(linesWith('cancelled', 'cancelled')).toEqual(['L0', 'L1'])
  })

  test('has a field of the firm by its bare name, unless that means something else', () => {
    const fields = firmFields(
      (['laser_logo', 'subject'] as const).map((key) => aDefinition({ entity: 'deal', key, kind: 'text' })),
    )
    const file = aDealFile({ fields, deal: { subject: 'ours', custom: { laser_logo: 'left', subject: 'theirs' } } })
    expect(dealFacts(file, aView({ fields })).fields).toMatchObject({ laser_logo: 'left', subject: 'ours' })
  })
})

describe('a sentence of a definition', () => {
  const road = {
    key: 'ours',
    version: 1,
    name: 'Ours',
    subject: 'deal',
    nodes: [
      { key: 'start', type: 'start' },
      {
        key: 'talk',
        type: 'stage',
        name: 'Talk',
        exit_criteria: [
          {
            expr: "customer.tier = 'C'",
            message: { en: '{tier} of {buyer}, {open}', 'zh-CN': 'x' },
            values: { buyer: 'customer.name' },
          },
        ],
      },
      { key: 'done', type: 'end' },
    ],
    edges: [
      { from: 'start', to: 'talk' },
      { from: 'talk', to: 'done' },
    ],
  }
  const file = aDealFile({
    deal: { workflow: 'ours', workflow_version: 1, state: standingAt('talk'), customer_id: 'C' },
    published: [published(road)],
    customer: aCustomer({ id: 'C', name: 'Secret Ltd', tier: 'A' }),
    parts: {
      order: [anOrder({ id: 'O', ...ofDeal })],
      installment: [anInstallment({ id: 'N', order_id: 'O', ...ofDeal, amount: 77_777_00 })],
    },
  })
  const said = (roles: readonly string[]) => {
    const shown = situationPanel({ kind: 'deal', deal: file }, aView({ roles }))
    return JSON.stringify(shown)
  }

  test('tells nobody what they do not see, and decides on all of it', () => {
    expect(said(['gm'])).toContain('A of Secret Ltd')
    expect(said(['gm'])).toContain('USD 77,777.00')
    const told = said(['merchandiser'])
    expect(told).not.toContain('Secret Ltd')
    expect(told).not.toContain('77,777')
    expect(stepsOf(seenDeal(file, aView({ roles: ['merchandiser'] })), aView())[0]?.way.held).toHaveLength(1)
  })
})
