import type { RecordOf } from '#shared/record/record-type.ts'
import { accessRequest } from './access-request.ts'
import { contact } from './contact.ts'
import { customer } from './customer.ts'
import { inquiry } from './inquiry.ts'
import { installment } from './installment.ts'
import { interaction } from './interaction.ts'
import { order } from './order.ts'
import { orderLine } from './order-line.ts'
import { ownField } from './own-field.ts'
import { team } from './team.ts'
import { tenant } from './tenant.ts'
import { user } from './user.ts'

/** Every record type, by name. The standard template of a foreign-trade firm. */
export const TYPES = {
  // the firm
  tenant,
  team,
  user,
  own_field: ownField,
  // its customers
  customer,
  contact,
  interaction,
  inquiry,
  access_request: accessRequest,
  // their orders
  order,
  order_line: orderLine,
  installment,
} as const

export type Types = typeof TYPES
export type TypeName = keyof Types

/** Whether a firm may add fields of its own to a type. */
export const hasOwnFields = (type: TypeName): boolean => Object.hasOwn(ownField.fields.entity.choices, type)

export type Tenant = RecordOf<typeof tenant>
export type User = RecordOf<typeof user>
export type OwnField = RecordOf<typeof ownField>
export type Customer = RecordOf<typeof customer>
export type Contact = RecordOf<typeof contact>
export type Interaction = RecordOf<typeof interaction>
export type Inquiry = RecordOf<typeof inquiry>
export type AccessRequest = RecordOf<typeof accessRequest>
export type Order = RecordOf<typeof order>
export type OrderLine = RecordOf<typeof orderLine>
export type Installment = RecordOf<typeof installment>
