import { normalisedName } from '#shared/customer/name.ts'
import type { FactField, FactRow, FactValue } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { convert } from '#shared/money/conversion.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { perDollar } from '#shared/money/limit-rate.ts'
import { openOf } from '#shared/order/open-amount.ts'
import { shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { AfterSalesCase, Contract, Installment, ProductionOrder, Receipt, Shipment } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import type { PartName } from './parts.ts'

type FieldsBy = Readonly<Partial<Record<PartName, Readonly<Record<string, FactField>>>>>

/** What expressions know of a record besides its fields. */
export const DERIVED: FieldsBy = {
  installment: { open: { kind: 'number', label: text('Open amount', '未收金额') } },
  contract: { amount_base: { kind: 'number', label: text('Amount in our currency', '本币金额') } },
  receipt: { third_party: { kind: 'boolean', label: text('Paid by somebody else than the buyer', '第三方付款') } },
  production_order: {
    order_held: { kind: 'boolean', label: text('Its order is on hold', '订单已暂停') },
    deposit_waived: { kind: 'boolean', label: text('It need not wait for the deposit', '免定金先投产') },
  },
  shipment: {
    order_held: { kind: 'boolean', label: text('Its order is on hold', '订单已暂停') },
    to_present: { kind: 'boolean', label: text('Its documents are to be sent to the bank', '待交单') },
    to_accept: { kind: 'boolean', label: text('The draft is to be accepted by the buyer', '待承兑') },
  },
  after_sales_case: {
    per_dollar: { kind: 'number', label: text('About how much of its currency is USD 1', '1 美元约合') },
  },
}

/** Other names of fields, as the standard template and the trade have them. */
export const CALLED: Readonly<Partial<Record<PartName, Readonly<Record<string, string>>>>> = {
  inquiry: { pool: 'team_id' },
  order: { cargo_ready_date: 'cargo_ready_on', inspection_date: 'inspection_on' },
}

/** What is worked out of a deal as a whole. Amounts in words are for sentences. */
export const OF_DEAL: Readonly<Record<string, FactField>> = {
  documents_present: { kind: 'texts', label: text('Documents that are there', '已有单证') },
  last_price_age_days: { kind: 'number', label: text('Days since the last order', '距上次下单天数') },
  open: { kind: 'text', label: text('Open amount', '未收金额') },
  open_deposit: { kind: 'text', label: text('Open deposit', '未收定金') },
  open_loading: { kind: 'text', label: text('Open before loading', '装柜前未收') },
  open_release: { kind: 'text', label: text('Open before B/L release', '放单前未收') },
  missing: { kind: 'text', label: text('Missing documents', '缺少的单证') },
}

export const FILED: Readonly<Record<string, FactField>> = {
  checklist_complete: { kind: 'boolean', label: text('All documents are there', '单证齐全') },
  missing: { kind: 'text', label: text('Missing documents', '缺少的单证') },
}

/** The derived facts of one record of a deal; `currency` is the firm's own. */
export function derivedRow(part: PartName, record: AnyRecord, file: DealFile, currency: string): FactRow {
  switch (part) {
    case 'installment': {
      const one = record as unknown as Installment
      return { open: decimalIn(openOf(one), one.currency) }
    }
    case 'contract':
      return { amount_base: inBase(record as unknown as Contract, currency) }
    case 'receipt':
      return { third_party: isThirdParty(record as unknown as Receipt, file) }
    case 'production_order':
      return productionRow(record as unknown as ProductionOrder, file)
    case 'shipment':
      return shipmentRow(record as unknown as Shipment, file)
    case 'after_sales_case':
      return { per_dollar: perDollar((record as unknown as AfterSalesCase).currency) }
    default:
      return {}
  }
}

/** Money from somebody whose name is not the buyer's is looked at before it settles anything (domain 1.18). */
export const isThirdParty = ({ payer_name }: Receipt, { customer }: Pick<DealFile, 'customer'>): boolean =>
  customer !== null &&
  ![customer.name, customer.short_name].some((name) => name && onStatements(name) === onStatements(payer_name))

/** A name as banks pass it on: without accents. */
const onStatements = (name: string): string =>
  normalisedName(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

const isHeld = (orderId: string, { parts }: DealFile): boolean =>
  parts.order.some(({ id, status }) => id === orderId && status === 'on_hold')

function productionRow({ order_id }: ProductionOrder, file: DealFile): FactRow {
  const order = file.parts.order.find(({ id }) => id === order_id)
  return { order_held: isHeld(order_id, file), deposit_waived: Boolean(order?.deposit_waiver) }
}

/** What the bank collects is due by what becomes of the documents: as long as its date is missing, that has not happened. */
function shipmentRow(shipment: Shipment, file: DealFile): FactRow {
  const orders = ordersOf(shipment, file)
  const undated = file.parts.installment.filter(
    (part) => orders.includes(part.order_id) && part.due_date === null && openOf(part) > 0,
  )
  const awaits = (...anchors: Installment['anchor'][]) => undated.some(({ anchor }) => anchors.includes(anchor))
  const isSent = shipment.docs_sent_at !== null
  return {
    order_held: orders.some((id) => isHeld(id, file)),
    to_present: !isSent && awaits('docs_presented', 'docs_accepted'),
    to_accept: isSent && awaits('docs_accepted'),
  }
}

/** The orders that something of a shipment is of. */
export const ordersOf = (shipment: Shipment, { parts }: DealFile): string[] =>
  parts.order.filter((order) => shipmentsOf(order, parts).some(({ id }) => id === shipment.id)).map(({ id }) => id)

/** Null for a foreign currency without a rate: nobody can say how much it is. */
function inBase({ amount, currency, fx_rate }: Contract, base: string): FactValue {
  if (amount === null) return null
  if (currency === base) return decimalIn(amount, base)
  return fx_rate === null ? null : decimalIn(convert(amount, currency, trimmed(typedNumber(fx_rate, 8)), base), base)
}

const decimalIn = (amount: number, currency: string): string => trimmed(typedNumber(amount, decimalsOf(currency)))

/** What is open of some installments, each currency by itself: `USD 9,255.00`; null when it is nothing. */
export function openInWords(installments: readonly Installment[]): string | null {
  const sums = new Map<string, number>()
  for (const one of installments) sums.set(one.currency, (sums.get(one.currency) ?? 0) + openOf(one))
  const words = [...sums].filter(([, sum]) => sum > 0).map(([currency, sum]) => formatMoney(sum, currency))
  return words.length > 0 ? words.join(' + ') : null
}
