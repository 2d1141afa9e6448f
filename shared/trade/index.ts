import type { RecordOf } from '#shared/record/record-type.ts'
import { accessRequest } from './access-request.ts'
import { afterSalesCase } from './after-sales-case.ts'
import { allocation } from './allocation.ts'
import { approval } from './approval.ts'
import { assignmentRule } from './assignment-rule.ts'
import { certificate } from './certificate.ts'
import { contact } from './contact.ts'
import { container } from './container.ts'
import { contract } from './contract.ts'
import { customer } from './customer.ts'
import { deal } from './deal.ts'
import { document } from './document.ts'
import { inquiry } from './inquiry.ts'
import { installment } from './installment.ts'
import { interaction } from './interaction.ts'
import { leadPool } from './lead-pool.ts'
import { mailThread } from './mail-thread.ts'
import { milestone } from './milestone.ts'
import { milestoneSource } from './milestone-source.ts'
import { order } from './order.ts'
import { orderLine } from './order-line.ts'
import { ownField } from './own-field.ts'
import { paymentTerm } from './payment-term.ts'
import { product } from './product.ts'
import { productionOrder } from './production-order.ts'
import { quotation } from './quotation.ts'
import { quotationLine } from './quotation-line.ts'
import { receipt } from './receipt.ts'
import { sample } from './sample.ts'
import { shipment } from './shipment.ts'
import { shipmentLine } from './shipment-line.ts'
import { survey } from './survey.ts'
import { task } from './task.ts'
import { team } from './team.ts'
import { tenant } from './tenant.ts'
import { user } from './user.ts'
import { workflow } from './workflow.ts'

/** Every record type, by name. The standard template of a foreign-trade firm. */
export const TYPES = {
  // the firm
  tenant,
  team,
  user,
  own_field: ownField,
  workflow,
  product,
  certificate,
  payment_term: paymentTerm,
  lead_pool: leadPool,
  assignment_rule: assignmentRule,
  milestone_source: milestoneSource,
  // its customers
  customer,
  contact,
  interaction,
  inquiry,
  access_request: accessRequest,
  mail_thread: mailThread,
  // the road from an inquiry to an order
  deal,
  quotation,
  quotation_line: quotationLine,
  sample,
  contract,
  approval,
  task,
  // their orders
  order,
  order_line: orderLine,
  installment,
  // and from there to the last receipt
  production_order: productionOrder,
  shipment,
  shipment_line: shipmentLine,
  container,
  milestone,
  document,
  receipt,
  allocation,
  after_sales_case: afterSalesCase,
  survey,
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
export type MailThread = RecordOf<typeof mailThread>
export type Order = RecordOf<typeof order>
export type OrderLine = RecordOf<typeof orderLine>
export type Installment = RecordOf<typeof installment>
export type Deal = RecordOf<typeof deal>
export type Workflow = RecordOf<typeof workflow>
export type Product = RecordOf<typeof product>
export type PaymentTerm = RecordOf<typeof paymentTerm>
export type LeadPool = RecordOf<typeof leadPool>
export type AssignmentRule = RecordOf<typeof assignmentRule>
export type Quotation = RecordOf<typeof quotation>
export type QuotationLine = RecordOf<typeof quotationLine>
export type Sample = RecordOf<typeof sample>
export type Contract = RecordOf<typeof contract>
export type Approval = RecordOf<typeof approval>
export type Task = RecordOf<typeof task>
export type ProductionOrder = RecordOf<typeof productionOrder>
export type Shipment = RecordOf<typeof shipment>
export type ShipmentLine = RecordOf<typeof shipmentLine>
export type Container = RecordOf<typeof container>
export type Milestone = RecordOf<typeof milestone>
export type MilestoneSource = RecordOf<typeof milestoneSource>
export type TradeDocument = RecordOf<typeof document>
export type Receipt = RecordOf<typeof receipt>
export type Allocation = RecordOf<typeof allocation>
export type AfterSalesCase = RecordOf<typeof afterSalesCase>
export type Survey = RecordOf<typeof survey>
