import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { newId } from '../firm.ts'
import { anOffer, aSellingFirm, on, problemsOf, road } from './a-deal.ts'
import { aDeal } from './a-signed-deal.ts'

describe('a quotation', () => {
  test('is made from a form, with its lines and totals, in three round trips', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const made = await firm.act('create-quotation', on('deal', deal), anOffer({ payment_term_id: firm.term.id }))
    expect(made.text).toContain('"outcome":"saved"')
    expect(made.body.record).toMatchObject({ type: 'quotation', version: 1 })
    expect(made.trips).toBe(3)
    const [quotation] = await firm.list('quotations')
    expect(quotation).toMatchObject({
      doc_no: 'QT-2026-0001',
      version_no: 1,
      status: 'draft',
      deal_id: deal.id,
      customer_id: firm.customer.id,
      owner_id: firm.mia.id,
      currency: 'USD',
      fx_rate: 715_000_000,
      fx_date: '2026-10-20',
      port_loading: 'CNYTN',
      lines_total: 1_770_000,
      total: 1_770_000,
    })
    const lines = await firm.list('quotation_lines')
    expect(lines.map(({ seq, sku, qty, unit, unit_price }) => [seq, sku, qty, unit, unit_price])).toEqual([
      [1, 'BW-C100', 600_000, 'H87', 12_500_000],
      [2, 'BW-T200', 100_000, 'SET', 102_000_000],
    ])
    expect(road(made)).toBeDefined()
  })

  test('is made once by the same call sent twice', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const key = newId()
    const [first, second] = await Promise.all([
      firm.act('create-quotation', on('deal', deal), anOffer(), { key }),
      firm.act('create-quotation', on('deal', deal), anOffer(), { key }),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body.record).toEqual(second.body.record)
    expect(await firm.list('quotations')).toHaveLength(1)
  })

  test('of two people at once is made by one; the other is shown what is there now', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const answers = await Promise.all([
      firm.act('create-quotation', on('deal', deal), anOffer(), { as: 'mia' }),
      firm.act('create-quotation', on('deal', deal), anOffer(), { as: 'david' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      outcome: 'conflict',
      current: { id: deal.id, version: Number(deal.version) + 1 },
    })
    expect(refused?.text).toContain('QT-2026-0001')
    expect(await firm.list('quotations')).toHaveLength(1)
  })

  test('is refused with the field that is wrong, and nothing is kept', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const refusals: [object, Record<string, string>][] = [
      [{ incoterm: 'DDX' }, { incoterm: 'choice' }],
      [{ place_locode: 'CN1TN' }, { place_locode: 'locode' }],
      [{ named_place: '' }, { named_place: 'required' }],
      [{ lines: 'BW-C100; 600 foo; 12.50' }, { lines: 'unit' }],
      [{ lines: 'BW-C100; 600 pcs' }, { lines: 'price' }],
      [{ lines: 'BW-C100; 600 pcs; 12.50; cost 70' }, { lines: 'cost_denied' }],
      [{ fx_rate: null }, { fx_rate: 'required' }],
      [{ currency: 'XXX' }, { currency: 'currency' }],
      [{ freight: '100.00' }, { freight: 'incoterm' }],
      [{ discount: '99,999.00' }, { discount: 'too_big' }],
      [{ valid_until: '2026-10-19' }, { valid_until: 'past' }],
      [{ payment_term_id: newId() }, { payment_term_id: 'choice' }],
    ]
    for (const [given, problems] of refusals) {
      const refused = await firm.act('create-quotation', on('deal', deal), anOffer(given))
      expect([refused.status, problemsOf(refused)]).toEqual([422, problems])
    }
    expect(await firm.list('quotations')).toHaveLength(0)
    expect((await firm.deal()).version).toBe(deal.version)
  })

  test('in yen has no decimals, in the firm’s own currency no rate', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aDeal()
    const offer = anOffer({
      lines: 'Chair; 3 pcs; 1500',
      currency: 'JPY',
      fx_rate: '0.047',
      incoterm: 'CIF',
      named_place: 'Kobe',
      freight: '20000',
    })
    await firm.act('create-quotation', on('deal', deal), offer)
    expect((await firm.list('quotations'))[0]).toMatchObject({ total: 24_500, freight: 20_000 })
    const own = anOffer({ lines: 'Chair; 3 pcs; 15', currency: 'CNY', fx_rate: '7' })
    await firm.act('create-quotation', on('deal', await firm.deal()), own)
    expect(await firm.list('quotations')).toContainEqual(
      expect.objectContaining({ currency: 'CNY', fx_rate: null, fx_date: null }),
    )
  })
})

describe('a draft', () => {
  test('is changed line by line; what is taken out is gone, and its history is not', async () => {
    const firm = await aSellingFirm()
    await firm.act('create-quotation', on('deal', await firm.aDeal()), anOffer())
    const [draft] = (await firm.list('quotations')) as [AnyRecord]
    const [first, second] = (await firm.list('quotation_lines')) as [AnyRecord, AnyRecord]
    const { currency: _, ...offer } = anOffer({ lines: 'BW-T200; 50 sets; 100', discount: '10.00' })
    const edited = await firm.act('edit-quotation', on('quotation', draft), offer)
    expect([edited.status, edited.trips]).toEqual([200, 3])
    expect(await firm.get(`quotations/${draft.id}`)).toMatchObject({ version: 2, lines_total: 500_000, total: 499_000 })
    const lines = await firm.list('quotation_lines')
    expect(lines).toMatchObject([{ id: first.id, sku: 'BW-T200', description: 'Camp table', qty: 50_000 }])
    const { results } = await env.DB.prepare(
      'SELECT version, action, changes FROM events WHERE record_id = ? ORDER BY version',
    )
      .bind(second.id)
      .all<{ version: number; action: string; changes: string }>()
    expect(results.map(({ version, action }) => [version, action])).toEqual([
      [1, 'create-quotation'],
      [2, 'edit-quotation'],
    ])
    expect(JSON.parse(String(results[1]?.changes))).toContainEqual({ field: 'sku', old: 'BW-T200', new: null })
    const stale = await firm.act('edit-quotation', on('quotation', draft), offer)
    expect(stale.status).toBe(409)
    const same = await firm.act('edit-quotation', { ...on('quotation', draft), version: 2 }, offer)
    expect(problemsOf(same)).toEqual({ input: 'unchanged' })
  })

  test('with costs has a margin, that decides whether somebody else looks at its price', async () => {
    const firm = await aSellingFirm()
    const lines = 'BW-C100; 600 pcs; 12.50; cost 82'
    const offer = anOffer({ lines, payment_term_id: firm.term.id })
    const deal = await firm.aDeal()
    await firm.act('create-quotation', on('deal', deal), offer, { as: 'david' })
    const [draft] = (await firm.list('quotations', 'david')) as [AnyRecord]
    // 89.375 CNY for what costs 82.
    expect(draft).toMatchObject({ expected_margin: 825, owner_id: firm.mia.id })
    const finished = await firm.act('advance-quotation:finish', on('quotation', draft))
    expect(finished.status).toBe(422)
    // Who does not see the cost does not lose it.
    const { currency: _, ...dearer } = anOffer({ lines: 'BW-C100; 600 pcs; 14', payment_term_id: firm.term.id })
    await firm.act('edit-quotation', on('quotation', draft), dearer)
    const [priced] = (await firm.list('quotations', 'david')) as [AnyRecord]
    expect(priced).toMatchObject({ expected_margin: 1_808, version: 2 })
    expect(await firm.list('quotation_lines', 'david')).toMatchObject([{ cost_price: 82_000_000 }])
    expect((await firm.act('advance-quotation:finish', on('quotation', priced))).status).toBe(200)
  })
})

describe('another version', () => {
  async function sent() {
    const firm = await aSellingFirm()
    await firm.act(
      'create-quotation',
      on('deal', await firm.aDeal()),
      anOffer({ payment_term_id: firm.term.id, remarks: 'As agreed' }),
    )
    for (const way of ['finish', 'send']) {
      const [quotation] = (await firm.list('quotations')) as [AnyRecord]
      await firm.act(`advance-quotation:${way}`, on('quotation', quotation))
    }
    const [quotation] = (await firm.list('quotations')) as [AnyRecord]
    return { firm, quotation }
  }
  const revision = (given: object = {}) => anOffer({ lines: 'BW-C100; 500 pcs; 12', lead_time_days: '40', ...given })

  test('is a draft under the same number; what was sent stays as it was, until the new one is sent', async () => {
    const { firm, quotation } = await sent()
    expect(quotation).toMatchObject({ status: 'sent' })
    const linesBefore = await firm.list('quotation_lines')
    const { currency: _, ...edit } = revision()
    const frozen = await firm.act('edit-quotation', on('quotation', quotation), edit)
    expect(problemsOf(frozen)).toEqual({ status: 'frozen' })
    const made = await firm.act(
      'revise-quotation',
      on('quotation', quotation),
      revision({ payment_term_id: firm.term.id }),
    )
    expect([made.status, made.trips]).toEqual([200, 3])
    expect(await firm.get(`quotations/${quotation.id}`)).toEqual(quotation)
    expect((await firm.list('quotation_lines')).slice(0, 2)).toEqual(linesBefore)
    const next = await firm.get(`quotations/${made.body.record.id}`)
    expect(next).toMatchObject({
      doc_no: quotation.doc_no,
      version_no: 2,
      previous_id: quotation.id,
      status: 'draft',
      sent_at: null,
      approval_id: null,
      total: 600_000,
      remarks: 'As agreed',
      customer_id: firm.customer.id,
    })
    const again = await firm.act('revise-quotation', on('quotation', quotation), revision())
    expect(problemsOf(again)).toEqual({ status: 'not_revisable' })
    const told = JSON.stringify(road(made).full)
    for (const words of [
      'version 2 against version 1',
      '35',
      '500 pcs × USD 12',
      'version 1: 600 pcs × USD 12.5',
      'taken out',
    ]) {
      expect(told).toContain(words)
    }
    await firm.act('advance-quotation:finish', on('quotation', next))
    await firm.act('advance-quotation:send', on('quotation', { ...next, version: 2 }))
    expect((await firm.list('quotations')).map(({ status }) => status)).toEqual(['superseded', 'sent'])
  })

  test('is made by one of two who make it at once', async () => {
    const { firm, quotation } = await sent()
    const answers = await Promise.all([
      firm.act('revise-quotation', on('quotation', quotation), revision(), { as: 'mia' }),
      firm.act('revise-quotation', on('quotation', quotation), revision(), { as: 'david' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await firm.list('quotations')).toHaveLength(2)
  })
})

describe('a sample', () => {
  test('makes the road go by way of it', async () => {
    const firm = await aSellingFirm()
    const deal = await firm.aStrangersDeal()
    const asked = { description: 'Camp chair, black', qty: '2', type: 'stock', freight_payer: 'buyer' }
    expect(problemsOf(await firm.act('create-sample', on('deal', deal), asked))).toEqual({
      courier_account: 'required',
    })
    const made = await firm.act('create-sample', on('deal', deal), { ...asked, courier_account: '959-000-126' })
    expect([made.status, made.trips]).toEqual([200, 3])
    expect((await firm.list('samples'))[0]).toMatchObject({
      doc_no: 'SP-2026-0001',
      qty: 2_000,
      status: 'requested',
      owner_id: firm.mia.id,
    })
    expect(await firm.deal()).toMatchObject({ need_sample: true, stage: 'quotation' })
    await firm.act('create-quotation', on('deal', await firm.deal()), anOffer({ payment_term_id: firm.term.id }))
    for (const way of ['finish', 'send', 'reply']) {
      const [quotation] = (await firm.list('quotations')) as [AnyRecord]
      await firm.act(`advance-quotation:${way}`, on('quotation', quotation))
    }
    expect(await firm.deal()).toMatchObject({ stage: 'sample' })
  })

  test('is promised for seven working days later', async () => {
    const firm = await aSellingFirm()
    await firm.aStrangersDeal()
    const panel = await firm.call(
      'POST',
      '/v1/panel',
      { host: 'gmail', record: { type: 'deal', id: (await firm.deal()).id } },
      { as: 'mia' },
    )
    expect(panel.status).toBe(200)
    const forms = road(panel).full.filter(({ kind }: { kind: string }) => kind === 'form')
    // What the stage waits for is the next thing to do.
    expect(forms[0]).toMatchObject({ action: 'create-quotation', primary: true })
    const sample = forms.find(({ action }: { action: string }) => action === 'create-sample')
    const ready = sample.fields.find(({ key }: { key: string }) => key === 'promised_ready')
    // From Tuesday the 20th over a weekend to Thursday the 29th.
    expect(ready.value).toBe('2026-10-29')
  })
  test('that the buyer has rejected, or a courier has lost, is cancelled from the pane, and the deal goes on', async () => {
    const deal = await aDeal('sample', ({ deal_id, customer_id }) => ({
      sample: ['rejected', 'dispatched'].map((status) => ({
        deal_id,
        customer_id,
        status,
        description: 'Camp chair',
        qty: 2_000,
        unit: 'H87',
        type: 'stock',
        freight_payer: 'seller',
        tracking_no: 'DHL 1',
      })),
      quotation: [
        {
          deal_id,
          customer_id,
          status: 'negotiating',
          currency: 'USD',
          incoterm: 'FOB',
          named_place: 'Yantian',
          sent_at: 1,
        },
      ],
      document: [{ deal_id, type: 'sample_photo', number: 'SP-1', status: 'issued', issued_on: '2026-10-20' }],
    }))
    for (const status of ['rejected', 'dispatched']) {
      expect(await deal.one('deal', { id: deal.dealId })).toMatchObject({ stage: 'sample' })
      const { full } = await deal.panel('mia')
      const action = `advance-sample:cancel-${status}`
      const form = full.find((one: { action?: string }) => one.action === action)
      await deal.does('mia', action, 'sample', form.target.id)
    }
    expect(await deal.one('deal', { id: deal.dealId })).toMatchObject({ stage: 'contract' })
  })
})
