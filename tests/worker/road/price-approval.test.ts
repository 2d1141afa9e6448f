import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedMargin } from '#shared/order/quotation-sums.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { aUser } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { newId, plant } from '../firm.ts'
import { anOffer, aSellingFirm, on, problemsOf, type SellingFirm } from './a-deal.ts'

const quotationOf = async (firm: SellingFirm) => (await firm.list('quotations', 'david')).at(-1) as AnyRecord

const step = async (firm: SellingFirm, way: string) =>
  firm.act(`advance-quotation:${way}`, on('quotation', await quotationOf(firm)))

const decide = async (firm: SellingFirm, decision: object) => {
  const asked = (await firm.list('approvals', 'david')).find(({ status }) => status === 'pending') as AnyRecord
  return firm.act('decide-approval', on('approval', asked), decision, { as: 'david' })
}

/** Changes a record over the API, as a rep does who has a script. */
const edit = async (firm: SellingFirm, path: string, values: object, as: 'mia' | 'david' = 'mia') => {
  const { version } = await firm.get(path, as)
  return firm.call('PATCH', `/v1/${path}`, values, { as, headers: { 'If-Match': `"${version}"` } })
}

/** A draft of Mia's whose costs are known. */
async function aDraft(lines = 'BW-C100; 600 pcs; 12.50; cost 62.5', given: object = {}) {
  const firm = await aSellingFirm()
  const offer = anOffer({ lines, payment_term_id: firm.term.id, ...given })
  const made = await firm.act('create-quotation', on('deal', await firm.aDeal()), offer, { as: 'david' })
  expect(made.status, made.text).toBe(200)
  return firm
}

describe('a quotation that waits for approval', () => {
  test.each([
    [{ decision: 'approve' }, 'approved'],
    [{ decision: 'reject', comment: 'Too cheap.' }, 'draft'],
  ])('is decided whosever it has become in the meantime: %o', async (decision, status) => {
    const firm = await aDraft()
    const colleague = aUser({ id: newId(), email: 'leo@bluewhale-outdoor.example', team_id: firm.team.id })
    await plant(firm.tenantId, { user: [colleague] })
    await step(firm, 'submit')
    const handed = await edit(firm, `quotations/${(await quotationOf(firm)).id}`, { owner_id: colleague.id }, 'david')
    expect(handed.status, handed.text).toBe(200)
    const decided = await decide(firm, decision)
    expect(decided.status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ status, owner_id: colleague.id })
  })

  test('is taken back by whose it is, is changed, and is asked for again', async () => {
    const firm = await aDraft()
    await step(firm, 'submit')
    const back = await step(firm, 'recall')
    expect([back.status, back.trips]).toEqual([200, 3])
    expect(await quotationOf(firm)).toMatchObject({ status: 'draft' })
    expect(await firm.list('approvals')).toMatchObject([{ status: 'withdrawn' }])
    const edited = await edit(firm, `quotations/${(await quotationOf(firm)).id}`, { lead_time_days: 20 })
    expect(edited.status, edited.text).toBe(200)
    expect((await step(firm, 'submit')).status).toBe(200)
    expect((await decide(firm, { decision: 'approve' })).status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ status: 'approved' })
    expect(problemsOf(await step(firm, 'recall'))).toEqual({ step: 'not_here' })
  })
})

describe('the margin of a draft', () => {
  const lineOf = async (firm: SellingFirm) => (await firm.list('quotation_lines', 'david'))[0] as AnyRecord

  test.each<[string, (firm: SellingFirm, quotation: AnyRecord) => Promise<{ status: number }>]>([
    [
      'the price of a line',
      async (firm) => edit(firm, `quotation_lines/${(await lineOf(firm)).id}`, { unit_price: 10_000 }),
    ],
    ['the rate', (firm, { id }) => edit(firm, `quotations/${id}`, { fx_rate: 450_000_000 })],
    ['the discount', (firm, { id }) => edit(firm, `quotations/${id}`, { discount: 200_000 })],
  ])('follows from %s, and its price has to be approved', async (_, change) => {
    const firm = await aDraft()
    const draft = await quotationOf(firm)
    expect(draft).toMatchObject({ expected_margin: 3_007 })
    const changed = await change(firm, draft)
    expect(changed.status).toBe(200)
    expect((await quotationOf(firm)).expected_margin).toBeLessThan(1_200)
    expect((await step(firm, 'finish')).status).toBe(422)
    expect((await step(firm, 'submit')).status).toBe(200)
  })

  test.each<[string, (firm: SellingFirm, quotation: AnyRecord) => Promise<{ status: number }>]>([
    [
      'a line whose cost nobody knows',
      (firm, { id }) =>
        firm.call(
          'POST',
          '/v1/quotation_lines',
          { quotation_id: id, seq: 2, currency: 'USD', description: 'Table', qty: 1_000, unit: 'H87', unit_price: 1 },
          { as: 'mia' },
        ),
    ],
    ['no rate', (firm, { id }) => edit(firm, `quotations/${id}`, { fx_rate: null })],
  ])('is not known with %s, and its price has to be approved', async (_, change) => {
    const firm = await aDraft()
    const { status } = await change(firm, await quotationOf(firm))
    expect([200, 201]).toContain(status)
    expect(await quotationOf(firm)).toMatchObject({ expected_margin: null })
    expect((await step(firm, 'finish')).status).toBe(422)
    expect((await step(firm, 'submit')).status).toBe(200)
  })

  test('stays what it is when something else of the quotation is written, and is set by nobody', async () => {
    const firm = await aDraft()
    const { id } = await quotationOf(firm)
    expect((await edit(firm, `quotations/${id}`, { lead_time_days: 20 })).status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ expected_margin: 3_007 })
    expect(problemsOf(await edit(firm, `quotations/${id}`, { expected_margin: 5_000 }, 'david'))).toEqual({
      expected_margin: 'unknown',
    })
  })

  test('is the same whether it is worked out here or by the store', { timeout: 60_000 }, async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const aLine = fc.record({
      qty: fc.integer({ min: 1, max: 5_000_000 }),
      unit_price: fc.integer({ min: 0, max: 90_000_000 }),
      discount: fc.option(fc.integer({ min: 0, max: 10_000 })),
      cost_price: fc.option(fc.integer({ min: 0, max: 900_000_000 }), { freq: 12 }),
    })
    const anyDraft = fc.record({
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CNY'),
      fx_rate: fc.option(fc.integer({ min: 1_000, max: 2_500_000_000 }), { freq: 8 }),
      discount: fc.option(fc.integer({ min: 0, max: 100_000 })),
      lines: fc.array(aLine, { minLength: 1, maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(anyDraft, async ({ currency, fx_rate, discount, lines }) => {
        const quotation = a.quotation({
          id: newId(),
          deal_id: deal.id,
          doc_no: newId(),
          currency,
          fx_rate,
          status: 'draft',
        })
        const planted = lines.map((line, at) =>
          a.quotation_line({
            id: newId(),
            quotation_id: quotation.id,
            seq: at + 1,
            currency,
            ...line,
            line_total: null,
          }),
        )
        await plant(firm.tenantId, { quotation: [quotation], quotation_line: planted })
        // Each line is written once, so that its amount is there.
        for (const { id } of planted) {
          const moq = { moq: 1_000 }
          expect((await edit(firm, `quotation_lines/${id}`, moq, 'david')).status).toBe(200)
        }
        if (discount !== null) {
          expect((await edit(firm, `quotations/${quotation.id}`, { discount }, 'david')).status).toBe(200)
        }
        const { expected_margin } = await firm.get(`quotations/${quotation.id}`, 'david')
        expect(expected_margin).toBe(expectedMargin(lines, { currency, discount }, { base: 'CNY', rate: fx_rate }))
      }),
      { numRuns: 25 },
    )
  })
})

describe('costs that were known', () => {
  const renamed = 'BW-X999; 600 pcs; 12.50'

  test.each<[string, (firm: SellingFirm, quotation: AnyRecord) => Promise<{ status: number; text: string }>]>([
    [
      'the lines of the draft are named anew',
      (firm, quotation) => {
        const { currency: _, ...offer } = anOffer({ lines: renamed, payment_term_id: firm.term.id })
        return firm.act('edit-quotation', on('quotation', quotation), offer)
      },
    ],
    [
      'another offer is made in its place',
      async (firm) => {
        const offer = anOffer({ lines: renamed, payment_term_id: firm.term.id })
        return firm.act('create-quotation', on('deal', await firm.deal()), offer)
      },
    ],
  ])('are not forgotten when %s: its price has to be approved', async (_, change) => {
    const firm = await aDraft()
    const changed = await change(firm, await quotationOf(firm))
    expect(changed.status, changed.text).toBe(200)
    const [last] = (await firm.list('quotations', 'david')).slice(-1) as [AnyRecord]
    expect(last).toMatchObject({ expected_margin: null, costed: true })
    const to = (key: string) => firm.act(`advance-quotation:${key}`, on('quotation', last))
    expect((await to('finish')).text).toContain('Its price has to be approved')
    const submitted = await to('submit')
    expect(submitted.status, submitted.text).toBe(200)
  })

  test('are so to the store as well, when a line is emptied of them', async () => {
    const firm = await aDraft()
    const [line] = (await firm.list('quotation_lines', 'david')) as [AnyRecord]
    expect((await edit(firm, `quotation_lines/${line.id}`, { cost_price: null }, 'david')).status).toBe(200)
    expect(await quotationOf(firm)).toMatchObject({ expected_margin: null, costed: true })
  })

  test('leave an offer alone of which nobody knew any', async () => {
    const firm = await aDraft('BW-C100; 600 pcs; 12.50')
    expect(await quotationOf(firm)).toMatchObject({ expected_margin: null, costed: false })
    expect((await step(firm, 'finish')).status).toBe(200)
  })
})

describe('the rate of a contract', () => {
  /** A contract of the draft as somebody types it. */
  async function typed(firm: SellingFirm, given: object = {}) {
    const { id: quotation_id, deal_id, currency, total: amount } = await quotationOf(firm)
    const body = { currency, amount, deal_id, quotation_id, customer_id: firm.customer.id, owner_id: firm.mia.id }
    return firm.call('POST', '/v1/contracts', { ...body, ...given }, { as: 'mia' })
  }

  test('is that of its quotation, and nobody writes it', async () => {
    const firm = await aDraft()
    expect(problemsOf(await typed(firm, { fx_rate: 1 }))).toEqual({ fx_rate: 'unknown' })
    const made = await typed(firm)
    expect(made.status, made.text).toBe(201)
    const path = `contracts/${made.body.id}`
    expect(await firm.get(path)).toMatchObject({ fx_rate: 715_000_000, fx_date: '2026-10-20' })
    expect(problemsOf(await edit(firm, path, { fx_rate: 1 }))).toEqual({ fx_rate: 'unknown' })
    // It is not another one because the draft it is of is.
    await edit(firm, `quotations/${made.body.quotation_id}`, { fx_rate: 600_000_000 })
    expect((await edit(firm, path, { claims_days: 30 })).status).toBe(200)
    expect(await firm.get(path)).toMatchObject({ fx_rate: 715_000_000 })
  })

  test('has no quotation in another currency, nor one that comes to something else', async () => {
    const firm = await aDraft()
    expect(problemsOf(await typed(firm, { currency: 'EUR' }))).toEqual({ currency: 'disagrees' })
    expect(problemsOf(await typed(firm, { amount: 1 }))).toEqual({ amount: 'disagrees' })
    const { body } = await typed(firm)
    const refused = await edit(firm, `contracts/${body.id}`, { amount: 1 })
    expect(problemsOf(refused)).toEqual({ amount: 'disagrees' })
    expect(refused.body.problems[0].message).toBe('Must be the same as on the Quotation.')
    expect(
      problemsOf(await edit(firm, `contracts/${body.id}`, { amount: 1, quotation_id: body.quotation_id })),
    ).toEqual({
      amount: 'disagrees',
    })
    expect(await firm.get(`contracts/${body.id}`)).toMatchObject({ version: 1, amount: body.amount })
  })

  test('is not known where it has no quotation, and it says so when it is asked for', async () => {
    const firm = await aDraft()
    const made = await typed(firm, { quotation_id: null, amount: 1_000, payment_term_id: firm.term.id })
    const asked = await firm.act('advance-contract:submit-draft', { type: 'contract', id: made.body.id, version: 1 })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('The exchange rate is missing')
  })

  test.each([
    ['for a hundred units', 71_500_000_000],
    ['the other way round', 13_986_014],
    ['with its point misplaced', 7_150_000_000],
  ])('is none that was typed %s', async (_, fx_rate) => {
    const firm = await aDraft()
    const refused = await edit(firm, `quotations/${(await quotationOf(firm)).id}`, { fx_rate })
    expect(problemsOf(refused)).toEqual({ fx_rate: 'rate' })
    expect(refused.body.problems[0].message).toBe('One USD is about 7 CNY: this cannot be right.')
    const offer = anOffer({ lines: 'BW-C100; 600 pcs; 12.50', fx_rate: String(fx_rate / 1e8) })
    expect(problemsOf(await firm.act('create-quotation', on('deal', await firm.deal()), offer))).toEqual({
      fx_rate: 'rate',
    })
  })
})
