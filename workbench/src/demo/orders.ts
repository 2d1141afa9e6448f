import Big from 'big.js'
import { decimalsOf } from '#shared/money/currency.ts'
import { sumOf } from '#shared/money/sum.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import { dateOfDay } from '#shared/time/civil-date.ts'
import type { Installment, Order, OrderLine } from '#shared/trade/index.ts'
import { type Course, reached, stageOn } from './course.ts'
import type { Firm } from './firm.ts'
import { type Due, installmentsOf, payStatusOf } from './installments.ts'
import { depositOf, type PaymentTerm } from './payment-terms.ts'
import { record } from './record.ts'
import type { Place } from './words/countries.ts'

/** Everything that makes one order what it is; its rows follow from it. */
export interface OrderSpec {
  /** Names the order in the generator. The same name has the same ids. */
  readonly key: string
  readonly docNo: string
  readonly course: Course
  readonly currency: string
  readonly incoterm: Order['incoterm']
  readonly place: Place
  readonly term: PaymentTerm
  readonly productLine: string
  readonly buyerPo: string | null
  readonly lines: readonly LineSpec[]
  /** Day the goods were first promised to be on board, and the promise of today. */
  readonly firstPromise: number
  readonly promise: number
  /** By how many days the plan was too early at material and finish. */
  readonly slip?: number
  readonly header?: 'cancelled' | 'on_hold'
  readonly deviation?: true
  /** The part the buyer disputes. */
  readonly disputed?: number
  /** How much of a part has come in, in minor units. */
  readonly receivedOf: (part: Due) => number
  readonly remark?: string
}

export interface LineSpec {
  readonly sku: string
  readonly buyerSku: string | null
  readonly description: string
  readonly unit: string
  /** Whole units. */
  readonly qty: number
  /** Millionths of the order's currency. */
  readonly price: number
  /** Hundredths of a percent. */
  readonly discount?: number
  /** Millionths of a yuan. */
  readonly cost: number
}

/** Whose order it is. */
export interface OrderParties {
  readonly customerId: string
  readonly contactId: string | null
  readonly ownerId: string
  /** The merchandiser. */
  readonly followerId: string
}

export interface OrderRows {
  readonly order: Order
  readonly lines: readonly OrderLine[]
  readonly installments: readonly Installment[]
}

/** Days after which a completed order is put into the archive. */
const ARCHIVE_DAYS = 540

export function orderRows(firm: Firm, parties: OrderParties, spec: OrderSpec): OrderRows {
  const draft = orderDraft(firm, parties, spec)
  const lines = linesOf(firm, draft, spec)
  const lines_total = sumOf(lines.map((line) => line.line_total ?? 0))
  const cost_total = sumOf(spec.lines.map(costOf))
  const profit_expected = inBase(lines_total, spec.currency, draft.fx_rate ?? 0) - cost_total
  const priced: Order = { ...draft, lines_total, total: lines_total, cost_total, profit_expected }
  const installments = installmentsOf(firm, priced, spec)
  const pay_status = payStatusOf(installments)
  const order: Order = { ...priced, pay_status, status: headerOf(firm, spec, priced, pay_status) }
  return { order, lines, installments }
}

/** Minor units of a currency in minor units of the yuan, at a rate in 10⁻⁸. */
export function inBase(minor: number, currency: string, rate: number): number {
  return Big(minor)
    .times(rate)
    .div(Big(10).pow(decimalsOf(currency) + 6))
    .round(0, Big.roundHalfUp)
    .toNumber()
}

/** The order before anything is added up. A date stands there once its stage has been reached, not before. */
function orderDraft(firm: Firm, parties: OrderParties, spec: OrderSpec): Order {
  const { course, slip = 0 } = spec
  const stage =
    spec.header === 'cancelled' ? 'not_started' : stageOn(course, firm.day, depositOf(spec.term) !== undefined)
  const from = <T>(at: Order['exec_status'], value: T): T | null => (reached(stage, at) ? value : null)
  const at = firm.at(course.ordered, 9 * 60 + (course.ordered % 8) * 60 + spec.lines.length * 7)
  return record(
    'order',
    {
      id: firm.id('order', spec.key, at),
      at,
      by: parties.ownerId,
      from: firm.day - course.ordered > 365 ? 'import' : 'desk',
    },
    {
      doc_no: spec.docNo,
      customer_id: parties.customerId,
      contact_id: parties.contactId,
      owner_id: parties.ownerId,
      merchandiser_id: parties.followerId,
      status: spec.header ?? 'confirmed',
      exec_status: stage,
      pay_status: 'unpaid',
      product_line: spec.productLine,
      buyer_po_no: spec.buyerPo,
      order_date: dateOfDay(course.ordered),
      currency: spec.currency,
      fx_rate: firm.rate(spec.currency, course.ordered),
      fx_date: dateOfDay(course.ordered),
      incoterm: spec.incoterm,
      incoterm_year: 2020,
      named_place: spec.place.name,
      place_locode: spec.place.locode,
      payment_term: spec.term.name,
      requested_date: dateOfDay(spec.firstPromise),
      first_committed_date: dateOfDay(spec.firstPromise),
      promised_date: dateOfDay(spec.promise),
      material_due: from('waiting_material', dateOfDay(course.material - slip)),
      planned_finish: from('in_production', dateOfDay(course.finished - slip)),
      inspection_on: from('inspection', dateOfDay(course.inspected)),
      inspection_result: from('ready', spec.deviation ? 'accept_with_deviation' : 'accept'),
      cargo_ready_on: from('ready', dateOfDay(course.ready)),
      shipped_on: from('shipped', dateOfDay(course.shipped)),
      bl_no: from('shipped', `DEMU${spec.place.locode?.slice(2) ?? ''}${spec.docNo.replace(/\D/g, '')}`),
      eta: from('shipped', dateOfDay(course.arrived)),
      delivered_on: from('closed', dateOfDay(course.delivered)),
      remark: spec.remark,
    },
  )
}

function linesOf(firm: Firm, order: Order, spec: OrderSpec): OrderLine[] {
  return spec.lines.map((line, index) => {
    const seq = index + 1
    const priced = {
      qty: line.qty * 1_000,
      unit_price: line.price,
      discount: line.discount ?? null,
      currency: spec.currency,
    }
    return record(
      'order_line',
      {
        id: firm.id('order_line', `${spec.key}/${seq}`, order.created_at),
        at: order.created_at,
        by: order.created_by,
        from: order.source,
      },
      {
        ...priced,
        order_id: order.id,
        seq,
        sku: line.sku,
        buyer_sku: line.buyerSku,
        description: line.description,
        unit: line.unit,
        line_total: lineTotal(priced),
        cost_price: line.cost,
        promised_date: order.promised_date,
        qty_shipped: order.shipped_on === null ? null : priced.qty,
      },
    )
  })
}

const costOf = (line: LineSpec): number => lineTotal({ qty: line.qty * 1_000, unit_price: line.cost, currency: 'CNY' })

/** An order is completed once it is delivered and paid. */
function headerOf(firm: Firm, { course, header }: OrderSpec, order: Order, paid: Order['pay_status']): Order['status'] {
  if (header || order.exec_status !== 'closed' || paid !== 'paid') return order.status
  return firm.day - course.delivered > ARCHIVE_DAYS ? 'archived' : 'completed'
}
