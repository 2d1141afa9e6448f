import type { Problem } from '#shared/api.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { sumOf } from '#shared/money/sum.ts'
import { guardOf, paymentSchedule, type ScheduleRow, type TermLine } from '#shared/order/schedule.ts'
import type { Change } from '#shared/record/change.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { Contract, Inquiry, PaymentTerm, Quotation, QuotationLine } from '#shared/trade/index.ts'
import type { DealFile } from '../deal-file.ts'
import { changed, type Effect, type EffectView } from './effect.ts'

/**
 * A contract signed by both makes the order with its lines, a production order for each of them, and the installments of its
 * payment term, in the same write (domain 2.2.5). The order comes to the contract's amount to the cent: what the lines do not
 * add up to are its charges.
 */
export const orderFromContract: Effect = ({ file, record, view }) => {
  const contract = record as unknown as Contract
  const quotation = file.parts.quotation.find(({ id }) => id === contract.quotation_id)
  const lines = linesOf(file, quotation)
  const term = file.terms.find(({ id }) => id === contract.payment_term_id)
  const total = contract.amount ?? 0
  const schedule = term && scheduleOf(term, contract, view)
  const problems = [
    ...(lines.length > 0 ? [] : [problem('quotation_id', NO_LINES, view.language)]),
    ...(term ? [] : [problem('payment_term_id', NO_TERM, view.language)]),
    ...(contract.incoterm && contract.named_place ? [] : [problem('incoterm', NO_INCOTERM, view.language)]),
    ...(schedule && 'error' in schedule
      ? [problem('payment_term_id', NEGATIVE, view.language, { line: schedule.line })]
      : []),
  ]
  if (problems.length > 0 || !term || !schedule || 'error' in schedule) return { problems }
  const orderId = view.newId()
  const placed = lines.map((line) => ({ line, id: view.newId() }))
  const charges = total - sumOf(lines.map(({ line_total }) => line_total ?? 0))
  const promised =
    contract.latest_shipment_date ?? (quotation?.lead_time_days ? addDays(view.today, quotation.lead_time_days) : null)
  return {
    changes: [
      order(orderId, { contract, term, charges, promised }, file, view),
      ...placed.map(({ line, id }) => orderLine(id, orderId, line)),
      ...placed.map(({ line, id }) => productionOrder(view.newId(), orderId, id, line, file, promised)),
      ...installments(orderId, term, schedule.rows, contract, file, view),
      ...file.parts.inquiry
        .filter(({ status }) => CONVERTED.includes(status))
        .map((inquiry) => changed('inquiry', inquiry, { status: 'converted' })),
      // What is signed has been accepted, whether somebody has noted that or not.
      ...(quotation && OFFERED.includes(quotation.status)
        ? [changed('quotation', quotation, { status: 'accepted' })]
        : []),
    ],
  }
}

const OFFERED: readonly Quotation['status'][] = ['sent', 'negotiating']
const CONVERTED: readonly Inquiry['status'][] = ['claimed', 'contacted', 'qualified']

/** In the order in which they were offered. */
const linesOf = ({ parts }: DealFile, quotation: Quotation | undefined): QuotationLine[] =>
  quotation
    ? parts.quotation_line.filter((line) => line.quotation_id === quotation.id).sort((a, b) => a.seq - b.seq)
    : []

function scheduleOf(term: PaymentTerm, contract: Contract, { today }: EffectView) {
  return paymentSchedule({
    currency: contract.currency,
    total: contract.amount ?? 0,
    terms: term.lines as unknown as readonly TermLine[],
    dates: { order_confirmed: today, contract_signed: today, pi_issued: today },
  })
}

function order(
  id: string,
  made: {
    readonly contract: Contract
    readonly term: PaymentTerm
    readonly charges: number
    readonly promised: string | null
  },
  { deal }: DealFile,
  { today }: EffectView,
): Change {
  const { contract, term, charges, promised } = made
  return {
    kind: 'create',
    type: 'order',
    id,
    values: {
      deal_id: deal.id,
      contract_id: contract.id,
      customer_id: contract.customer_id,
      contact_id: contract.contact_id,
      owner_id: contract.owner_id ?? deal.owner_id,
      merchandiser_id: deal.merchandiser_id,
      product_line: deal.product_line,
      buyer_po_no: contract.buyer_po_no,
      order_date: today,
      currency: contract.currency,
      fx_rate: contract.fx_rate,
      fx_date: contract.fx_date,
      incoterm: contract.incoterm,
      incoterm_year: contract.incoterm_year,
      named_place: contract.named_place,
      place_locode: contract.place_locode,
      port_loading: contract.port_loading,
      port_discharge: contract.port_discharge,
      payment_term: term.name,
      payment_term_id: term.id,
      charges: charges === 0 ? null : charges,
      requested_date: contract.latest_shipment_date,
      first_committed_date: promised,
      promised_date: promised,
      exec_status: term.deposit_before_production ? 'waiting_deposit' : 'not_started',
    },
  }
}

function orderLine(id: string, orderId: string, line: QuotationLine): Change {
  const { seq, sku, buyer_sku, description, qty, unit, currency, unit_price, discount, cost_price } = line
  return {
    kind: 'create',
    type: 'order_line',
    id,
    values: {
      order_id: orderId,
      seq,
      sku,
      buyer_sku,
      description,
      qty,
      unit,
      currency,
      unit_price,
      discount,
      cost_price,
    },
  }
}

/** Days between the end of production and the promised date: inspection and the way to the port (domain 2.3, ours). */
const FINISH_DAYS = 10

function productionOrder(
  id: string,
  orderId: string,
  lineId: string,
  { description, product_id, qty, unit }: QuotationLine,
  { deal }: DealFile,
  promised: string | null,
): Change {
  return {
    kind: 'create',
    type: 'production_order',
    id,
    values: {
      deal_id: deal.id,
      order_id: orderId,
      order_line_id: lineId,
      product_id,
      description,
      qty,
      unit,
      planned_finish: promised ? addDays(promised, -FINISH_DAYS) : null,
    },
  }
}

function installments(
  orderId: string,
  term: PaymentTerm,
  rows: readonly ScheduleRow[],
  { currency, customer_id }: Contract,
  { deal }: DealFile,
  { newId }: EffectView,
): Change[] {
  const lines = term.lines as unknown as readonly TermLine[]
  return rows.map(({ amount, dueDate, status }, index): Change => {
    const line = lines[index] as TermLine
    return {
      kind: 'create',
      type: 'installment',
      id: newId(),
      values: {
        deal_id: deal.id,
        order_id: orderId,
        customer_id,
        seq: index + 1,
        pct: line.pct === undefined ? null : Math.round(Number(line.pct) * 100),
        currency,
        amount,
        paid_amount: 0,
        anchor: line.anchor,
        offset_days: line.days,
        eom: line.eom ?? false,
        grace_days: term.grace_days,
        due_date: dueDate,
        status,
        guards: guardOf(term, index, rows.length),
      },
    }
  })
}

const NO_LINES = text('The contract has no quotation with lines.', '合同没有带明细的报价单。')
const NO_TERM = text('The payment term is missing or no longer in use.', '缺少付款方式或已停用。')
const NO_INCOTERM = text('The Incoterm and its place are missing.', '缺少贸易术语及地点。')
const NEGATIVE = text('Part {line} of the payment term is more than there is.', '付款方式第 {line} 期超出总额。')

const problem = (field: string, sentence: Text, language: Language, values = {}): Problem => ({
  field,
  code: 'amounts',
  message: say(sentence, language, values),
})
