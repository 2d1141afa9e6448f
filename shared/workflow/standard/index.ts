import type { TypeName } from '#shared/trade/index.ts'
import type { Definition } from '../definition/definition.ts'
import { afterSalesCaseWay } from './after-sales-case.ts'
import { contractWay } from './contract.ts'
import { documentWay } from './document.ts'
import { foreignTrade } from './foreign-trade.ts'
import { inquiryWay } from './inquiry.ts'
import { productionOrderWay } from './production-order.ts'
import { quotationWay } from './quotation.ts'
import { receiptWay } from './receipt.ts'
import { sampleWay } from './sample.ts'
import { shipmentWay } from './shipment.ts'
import { surveyWay } from './survey.ts'
import { taskWay } from './task.ts'

/** The road of a deal, until a firm publishes one of its own. */
export const STANDARD_ROAD: Definition = foreignTrade

/** The types whose records have a way of their own, each with the standard one. */
export const STANDARD_WAYS = {
  inquiry: inquiryWay,
  quotation: quotationWay,
  sample: sampleWay,
  contract: contractWay,
  production_order: productionOrderWay,
  shipment: shipmentWay,
  document: documentWay,
  receipt: receiptWay,
  after_sales_case: afterSalesCaseWay,
  survey: surveyWay,
  task: taskWay,
} as const satisfies Partial<Record<TypeName, Definition>>

/** A type of record that has a way of its own. */
export type WayType = keyof typeof STANDARD_WAYS

export const WAY_TYPES = Object.keys(STANDARD_WAYS) as WayType[]
