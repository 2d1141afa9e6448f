import { a } from '../../fixtures/road.ts'
import { type Firm, newId, plant } from '../firm.ts'

/** A deal of the firm's customer with an approved quotation of two lines, whose amounts add up, and a payment term. */
export async function aQuoted(firm: Firm, given: object = {}) {
  const term = a.payment_term({ id: newId(), name: '30 % T/T deposit, 70 % before shipment', name_zh: '30%定金' })
  const deal = a.deal({
    id: newId(),
    subject: '600 chairs',
    customer_id: firm.customer.id,
    owner_id: firm.mia.id,
    status: 'open',
  })
  const quotation = a.quotation({
    id: newId(),
    doc_no: `QT-2026-${newId().slice(-4)}`,
    deal_id: deal.id,
    customer_id: firm.customer.id,
    contact_id: firm.contact.id,
    owner_id: firm.mia.id,
    status: 'approved',
    currency: 'USD',
    incoterm: 'FOB',
    incoterm_year: 2020,
    named_place: 'Yantian',
    payment_term_id: term.id,
    valid_until: '2026-11-30',
    remarks: 'Colours as per sample',
    freight: 20_000,
    lines_total: 480_000,
    total: 500_000,
    ...given,
  })
  const line = (seq: number, description: string, qty: number, unit_price: number, line_total: number) =>
    a.quotation_line({ id: newId(), quotation_id: quotation.id, seq, description, qty, unit_price, line_total })
  const lines = [
    line(1, 'Camp chair BW-C620', 400_000, 10_000_000, 400_000),
    line(2, 'Folding table BW-T120', 40_000, 20_000_000, 80_000),
  ]
  await plant(firm.tenantId, {
    payment_term: [term],
    deal: [deal],
    quotation: [quotation],
    quotation_line: lines,
  })
  return { deal, quotation, term, lines }
}
