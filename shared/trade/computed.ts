import { normalisedAddress } from '#shared/customer/address.ts'
import { normalisedName } from '#shared/customer/name.ts'
import { installmentStatus } from '#shared/order/installment-status.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import type { Values } from '#shared/record/change.ts'
import { documentCode } from './document-type.ts'
import type { AfterSalesCase, OrderLine, TypeName } from './index.ts'

const CASE_ENDS: readonly AfterSalesCase['status'][] = ['closed', 'rejected']

/** Fields that follow from other fields of the same record, worked out at every write of it. */
const COMPUTED: { readonly [T in TypeName]?: (record: Values) => Values } = {
  customer: (record) => ({ name_norm: normalisedName(String(record.name)) }),
  inquiry: (record) => ({ email: normalisedAddress(record.email as string | null) }),
  installment: (record) => ({ status: installmentStatus(record) }),
  order_line: (record) => ({ line_total: lineTotal(record as unknown as OrderLine) }),
  quotation_line: (record) => ({ line_total: lineTotal(record as unknown as OrderLine) }),
  document: (record) => ({ code: documentCode(String(record.type)) }),
  receipt: (record) => ({ net_amount: Number(record.gross_amount) - Number(record.bank_charge) }),
  shipment: (record) => ({ first_eta: record.first_eta ?? record.eta ?? null }),
  after_sales_case: (record) => ({ open: !CASE_ENDS.includes(record.status as AfterSalesCase['status']) }),
}

/** The values to store: those given, and those that follow from them. */
export function withComputed(type: TypeName, values: Values, before: Values = {}): Values {
  const compute = COMPUTED[type]
  return compute ? { ...values, ...compute({ ...before, ...values }) } : values
}
