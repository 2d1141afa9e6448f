import { describe, expect, test } from 'vitest'
import { LetterheadSchema, PLAIN_LETTERHEAD } from '#shared/paper/letterhead.ts'
import { mustAddUp, PaperDisagrees } from '#shared/paper/paper.ts'
import { proformaPaper, quotationPaper } from '#shared/paper/quotation-paper.ts'
import type { Contract, Quotation, QuotationLine } from '#shared/trade/index.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { aContact, aCustomer, aTenant, aUser } from '../../fixtures/builders.ts'

/** A record of a type with nothing in it but what is said. */
function bare<T>(type: TypeName, values: Partial<T>): T {
  return { ...Object.fromEntries(Object.keys(TYPES[type].fields).map((key) => [key, null])), ...values } as T
}

const quotation = bare<Quotation>('quotation', {
  doc_no: 'QT-2026-0412',
  version_no: 2,
  currency: 'USD',
  valid_from: '2026-10-20',
  valid_until: '2026-11-19',
  incoterm: 'CIF',
  incoterm_year: 2020,
  named_place: 'Santos',
  port_loading: 'CNYTN',
  lead_time_days: 35,
  lead_time_from: 'deposit',
  freight: 215_000,
  lines_total: 1_890_000,
  total: 2_105_000,
  tolerance: 500,
})
const line = bare<QuotationLine>('quotation_line', {
  seq: 1,
  sku: 'BW-L800',
  description: 'Camp chair',
  qty: 3_500_000,
  unit: 'H87',
  currency: 'USD',
  unit_price: 5_400_000,
  line_total: 1_890_000,
})
const whole = {
  quotation,
  lines: [line],
  firm: aTenant({ id: 'f' }),
  customer: aCustomer({ id: 'c', name: 'Atlas Ltda', city: 'Santos', country: 'BR' }),
  contact: aContact({
    id: 'p',
    customer_id: 'c',
    full_name: 'João',
    emails: ['joao@atlas.example', 'old@atlas.example'],
  }),
  owner: aUser({ id: 'u', alias: 'Wendy Lin' }),
  paymentTerm: { name: 'T/T 30/70', name_zh: '电汇 30/70' },
}
const printing = { language: 'en', date: '2026-12-01', letterhead: PLAIN_LETTERHEAD } as const

describe('the paper of a quotation', () => {
  test('has the record’s own figures, and adds up', () => {
    const paper = quotationPaper(whole, printing)
    expect(paper).toMatchObject({
      kind: 'quotation',
      docNo: 'QT-2026-0412',
      versionNo: 2,
      date: '2026-10-20',
      buyer: { name: 'Atlas Ltda', country: 'BR' },
      contact: { name: 'João', email: 'joao@atlas.example' },
      delivery: { term: 'CIF', year: 2020, place: 'Santos', portOfLoading: 'CNYTN', portOfDischarge: null },
      paymentTerm: 'T/T 30/70',
      lines: [{ sku: 'BW-L800', qty: 3_500_000, unitPrice: 5_400_000, total: 1_890_000 }],
      freight: 215_000,
      total: 2_105_000,
    })
    expect(() => mustAddUp(paper)).not.toThrow()
  })

  test('is not whole when a line or the total is of another sum', () => {
    for (const wrong of [
      { ...whole, lines: [] },
      { ...whole, quotation: { ...quotation, total: 2_105_001 } },
    ]) {
      expect(() => mustAddUp(quotationPaper(wrong, printing))).toThrow(PaperDisagrees)
    }
  })

  test('names the buyer’s contact where no customer is known yet, and says terms in its language', () => {
    const paper = quotationPaper({ ...whole, customer: null }, { ...printing, language: 'zh-CN' })
    expect(paper.buyer).toEqual({ name: 'João', address: null, country: null })
    expect(paper.paymentTerm).toBe('电汇 30/70')
  })

  test('has of the firm what its letterhead says, and else its record', () => {
    const letterhead = LetterheadSchema.parse({ seller: { phone: '+86 755', nameEn: null } })
    const { seller } = quotationPaper(whole, { ...printing, letterhead })
    expect(seller).toMatchObject({ name: whole.firm.name, nameEn: null, phone: '+86 755', banks: [] })
  })

  test('a term without its place is none', () => {
    expect(quotationPaper({ ...whole, quotation: { ...quotation, named_place: null } }, printing).delivery).toBeNull()
  })
})

test('a proforma invoice is of its contract, for the goods that were quoted', () => {
  const contract = bare<Contract>('contract', {
    doc_no: 'PI-2026-0103',
    version_no: 1,
    currency: 'USD',
    amount: 2_105_000,
    contract_date: '2026-11-02',
    incoterm_year: 2020,
  })
  const paper = proformaPaper(contract, whole, printing)
  expect(paper).toMatchObject({
    kind: 'proforma',
    docNo: 'PI-2026-0103',
    date: '2026-11-02',
    delivery: { term: 'CIF' },
    lines: [{ sku: 'BW-L800' }],
  })
  expect(() => mustAddUp(paper)).not.toThrow()
  expect(() => mustAddUp(proformaPaper({ ...contract, amount: 2_000_000 }, whole, printing))).toThrow(PaperDisagrees)
})
