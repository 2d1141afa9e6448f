import { normalisedAddress } from '#shared/customer/address.ts'
import { normalisedName } from '#shared/customer/name.ts'
import { installmentStatus } from '#shared/order/installment-status.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import type { Values } from '#shared/record/change.ts'
import type { OrderLine, TypeName } from './index.ts'

/** Fields that follow from other fields of the same record, worked out at every write of it. */
const COMPUTED: { readonly [T in TypeName]?: (record: Values) => Values } = {
  customer: (record) => ({ name_norm: normalisedName(String(record.name)) }),
  inquiry: (record) => ({ email: normalisedAddress(record.email as string | null) }),
  installment: (record) => ({ status: installmentStatus(record) }),
  order_line: (record) => ({ line_total: lineTotal(record as unknown as OrderLine) }),
}

/** The values to store: those given, and those that follow from them. */
export function withComputed(type: TypeName, values: Values, before: Values = {}): Values {
  const compute = COMPUTED[type]
  return compute ? { ...values, ...compute({ ...before, ...values }) } : values
}
