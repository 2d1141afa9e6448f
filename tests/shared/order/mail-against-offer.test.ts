import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailDifferences } from '#shared/order/mail-against-offer.ts'
import { mailBesideOffer } from '#shared/panel/mail-beside-offer.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { readMail } from '#shared/recognition/mail.ts'
import { type MailReading, readReceivedMail } from '#shared/recognition/mail-reading.ts'
import type { Quotation, QuotationLine } from '#shared/trade/index.ts'
import { reviseQuotation } from '#shared/workflow/actions/revise-quotation.ts'
import { aDealFile, aView, DEAL, MIA, standingAt } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

const KNOWN = { ownDomains: ['bluewhale-outdoor.example'], customerDomains: [], timezone: 'Asia/Shanghai' }
const file = join(import.meta.dirname, '../../../workbench/mails/03_br_resposta_cotacao.eml')
const BYTES = readFileSync(file)
const brazil: MailReading = readReceivedMail(await readMail(new Uint8Array(BYTES)), KNOWN)

const term = (id: string, name: string) => a.payment_term({ id, code: id, name, lines: [] })
const TERMS = [
  term('30', 'T/T 30/70 against copy B/L'),
  term('20', 'T/T 20/80 against copy B/L'),
  term('20L', '20% T/T deposit, 80% L/C at sight'),
]
const line = (given: Partial<QuotationLine> = {}) =>
  a.quotation_line({
    id: 'L1',
    quotation_id: 'Q1',
    seq: 1,
    sku: 'BW-L800',
    description: 'Camping lantern',
    qty: 2_000_000,
    unit: 'H87',
    currency: 'USD',
    unit_price: 5_800_000,
    ...given,
  })
const CHAIR = line({
  id: 'L2',
  seq: 2,
  sku: 'BW-C600',
  description: 'Folding chair',
  qty: 1_500_000,
  unit_price: 8_650_000,
})
const quotation = (given: Partial<Quotation> = {}) =>
  a.quotation({
    id: 'Q1',
    deal_id: DEAL,
    doc_no: 'QT-2026-0412',
    version_no: 1,
    status: 'negotiating',
    owner_id: MIA,
    currency: 'USD',
    incoterm: 'FOB',
    named_place: 'Yantian',
    payment_term_id: '30',
    ...given,
  })
const offer = (given: Partial<Quotation> = {}, lines = [line(), CHAIR]) => ({
  quotation: quotation(given),
  lines,
  terms: TERMS,
})

describe('what a mail wants otherwise than the offer has it', () => {
  test('is its quantity, the price they want, the Incoterm with its place and the payment, each with its words', () => {
    expect(mailDifferences(brazil, offer())).toMatchObject([
      { kind: 'qty', qty: 3_500_000, words: '3.500 pçs', line: { sku: 'BW-L800' } },
      { kind: 'target_price', price: '5.40', words: 'USD 5,40' },
      { kind: 'incoterm', incoterm: 'CIF', place: 'Santos', locode: 'BRSSZ', words: 'CIF Santos' },
      { kind: 'payment', said: 'T/T 20/80 against copy B/L', term: { id: '20' } },
    ])
  })

  test('is nothing where the offer has it so already', () => {
    const there = { incoterm: 'CIF', named_place: 'SANTOS', payment_term_id: '20' } as const
    const lines = [line({ qty: 3_500_000, unit_price: 5_400_000 }), CHAIR]
    expect(mailDifferences(brazil, offer(there, lines))).toEqual([])
  })

  test('is not told of a price to who does not see prices, nor compared in another unit or currency', () => {
    const unseen = line({ unit_price: null as unknown as number, unit: 'SET' })
    const kinds = (lines: QuotationLine[]) => mailDifferences(brazil, offer({}, lines)).map(({ kind }) => kind)
    expect(kinds([unseen])).toEqual(['incoterm', 'payment'])
    expect(kinds([line({ currency: 'EUR' })])).toEqual(['qty', 'incoterm', 'payment'])
    expect(kinds([CHAIR])).toEqual(['incoterm', 'payment'])
  })

  test('a payment that the firm has no term for, or two, is told and belongs to none', () => {
    const told = (terms: typeof TERMS) =>
      mailDifferences(brazil, { ...offer(), terms }).find(({ kind }) => kind === 'payment')
    expect(told(TERMS.slice(0, 1))).toMatchObject({ kind: 'payment', term: null })
    expect(told([...TERMS, term('20B', 'TT 20/80 copy B/L, 7 days')])).toMatchObject({ term: { id: '20' } })
    expect(told([term('x', '20/80 copy B/L'), term('y', 'TT 20/80 copy B/L')])).toMatchObject({ term: null })
  })

  test('every row has words that stand in the mail, whatever the offer says', () => {
    const text = [
      ...brazil.lines.flatMap((one) => Object.values(one)),
      ...brazil.incoterms.flatMap((one) => Object.values(one)),
      brazil.payment,
    ].flatMap((one) => (one && typeof one === 'object' && 'words' in one ? [String(one.words)] : []))
    fc.assert(
      fc.property(
        fc.record({
          qty: fc.integer({ min: 1, max: 9_000_000 }),
          unit_price: fc.integer({ min: 1, max: 90_000_000 }),
          incoterm: fc.constantFrom('FOB', 'CIF', 'EXW'),
          payment_term_id: fc.constantFrom('30', '20', null),
        }),
        ({ qty, unit_price, incoterm, payment_term_id }) => {
          const all = mailDifferences(brazil, offer({ incoterm, payment_term_id }, [line({ qty, unit_price })]))
          for (const { words } of all) expect(text).toContain(words)
          expect(all.some(({ kind }) => kind === 'qty')).toBe(qty !== 3_500_000)
          expect(all.some(({ kind }) => kind === 'payment')).toBe(payment_term_id !== '20')
        },
      ),
    )
  })
})

describe('the next version', () => {
  const view = (): View => ({ ...aView(), beside: mailBesideOffer(() => brazil) }) as View
  const deal = (...versions: Quotation[]) =>
    aDealFile({
      deal: { state: standingAt('quotation') },
      parts: { quotation: versions, quotation_line: [line(), CHAIR] },
      terms: TERMS,
    })

  test('begins with what the mail wants, and keeps the price that nobody has agreed to', () => {
    const [offered] = reviseQuotation.offers({ kind: 'deal', deal: deal(quotation()) }, view())
    const at = (key: string) => offered?.form.fields.find((field) => field.key === key)
    expect(at('lines')?.value).toBe('BW-L800; Camping lantern; 3500 pcs; 5.8\nBW-C600; Folding chair; 1500 pcs; 8.65')
    expect(at('lines')?.hint).toContain('USD 5,40')
    expect(['incoterm', 'named_place', 'place_locode', 'payment_term_id'].map((key) => at(key)?.value)).toEqual([
      'CIF',
      'Santos',
      'BRSSZ',
      '20',
    ])
  })

  test('is what the mail is laid beside, once it is there', () => {
    const draft = quotation({
      id: 'Q2',
      version_no: 2,
      status: 'draft',
      incoterm: 'CIF',
      named_place: 'Santos',
      payment_term_id: '20',
    })
    const lookedAt = { ...view(), offers: () => [] }
    const beside = lookedAt.beside
    const there = deal(draft, quotation())
    const lantern = line({ quotation_id: 'Q2', qty: 3_500_000, unit_price: 5_400_000 })
    const made = { ...there, parts: { ...there.parts, quotation_line: [lantern] } }
    expect(beside?.section(made, lookedAt)).toMatchObject({
      title: 'The mail against QT-2026-0412 v2',
      summary: [{ text: 'The offer has all that the mail wants.' }],
    })
    expect(beside?.section(deal(quotation()), lookedAt)).toMatchObject({
      title: 'The mail against QT-2026-0412 v1',
      summary: [
        { label: 'BW-L800: quantity', value: '2000 → 3500 pcs', detail: '“3.500 pçs”' },
        { value: 'USD 5.8 → 5.40' },
        { value: 'FOB Yantian → CIF Santos' },
        { value: 'T/T 30/70 against copy B/L → T/T 20/80 against copy B/L' },
      ],
    })
  })

  const SENT_AT = Date.parse('2026-09-03T09:14:00+08:00')
  const REMINDS_AT = Date.parse('2026-09-07T09:00:00+08:00')
  const REPLIED_AT = Date.parse('2026-09-04T10:30:00+08:00')
  const level = { at: REMINDS_AT, label: { en: '3 days', 'zh-CN': '3天' }, tells: [], action: 'create_task' }
  const said = (key: string, given: Partial<Quotation>, now = REPLIED_AT) => {
    const clocks = [{ key, startedAt: SENT_AT, due: null, levels: [level] }]
    const there = deal(quotation({ sent_at: SENT_AT, ...given }))
    const looking = { ...view(), now, timezone: 'Asia/Shanghai', offers: () => [] }
    const held = { ...there, deal: { ...there.deal, clocks } }
    return looking.beside?.section(held, looking)?.summary[0]
  }

  test('says when the offer left, and when the clock that the deal keeps reminds of it', () => {
    const left = { label: 'v1 sent, our time', value: '2026-09-03 09:14' }
    expect(said('quotation.no_reply:Q1', {})).toEqual({
      kind: 'fact',
      ...left,
      detail: 'reminder 2026-09-07 09:00, unless “The buyer replied” is pressed before',
    })
    // Of another clock, another offer's, or one that has told already, nothing is made up.
    expect(said('quotation.no_reply:Q2', {})).toEqual({ kind: 'fact', ...left })
    expect(said('quotation.quote', {})).toEqual({ kind: 'fact', ...left })
    expect(said('quotation.no_reply:Q1', {}, REMINDS_AT + 1)).toEqual({ kind: 'fact', ...left })
  })

  test('says that nobody is reminded once the buyer’s reply is noted, and nothing of an offer that is not out', () => {
    const replied = { detail: 'the buyer replied 2026-09-04 10:30: no reminder any more' }
    expect(said('quotation.no_reply:Q1', { replied_at: REPLIED_AT })).toMatchObject(replied)
    expect(said('quotation.no_reply:Q1', { sent_at: null })).toMatchObject({ label: 'BW-L800: quantity' })
  })
})
