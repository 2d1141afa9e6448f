import type { TypeName } from '#shared/trade/index.ts'

/** A type of record that belongs to a deal, as its road keeps it. */
export interface Part {
  /** What it is called in expressions. */
  readonly as: string
  /** Where its deal is found: on itself, or on the record it is a part of. */
  readonly by: 'deal_id' | 'order_id' | 'shipment_id' | 'quotation_id'
  /** Data that is kept with it, though it is no field that people fill in. */
  readonly also?: readonly string[]
  /** How many of one deal are kept, the newest; a deal with more is an unusual one. */
  readonly most: number
}

/**
 * What belongs to a deal. A row of the road keeps all of it together, so that a panel reads one row, whatever the deal
 * has been through (`worker/src/store/deal-road.ts`).
 */
export const PARTS = {
  inquiry: { as: 'inquiry', by: 'deal_id', most: 3 },
  quotation: { as: 'quotation', by: 'deal_id', most: 12 },
  quotation_line: { as: 'quoted', by: 'quotation_id', most: 200 },
  sample: { as: 'sample', by: 'deal_id', most: 12 },
  contract: { as: 'contract', by: 'deal_id', most: 6 },
  approval: { as: 'approval', by: 'deal_id', most: 12, also: ['steps'] },
  order: { as: 'order', by: 'deal_id', most: 6 },
  order_line: { as: 'line', by: 'order_id', most: 120 },
  production_order: { as: 'production', by: 'deal_id', most: 120 },
  shipment: { as: 'shipment', by: 'deal_id', most: 12 },
  shipment_line: { as: 'shipped', by: 'shipment_id', most: 240 },
  container: { as: 'container', by: 'shipment_id', most: 24 },
  milestone: { as: 'milestone', by: 'shipment_id', most: 12 },
  document: { as: 'document', by: 'deal_id', most: 60 },
  installment: { as: 'installment', by: 'deal_id', most: 30 },
  receipt: { as: 'receipt', by: 'deal_id', most: 20 },
  allocation: { as: 'allocation', by: 'deal_id', most: 60 },
  after_sales_case: { as: 'case', by: 'deal_id', most: 12 },
  survey: { as: 'survey', by: 'deal_id', most: 6 },
  task: { as: 'task', by: 'deal_id', most: 20 },
} as const satisfies Partial<Record<TypeName, Part>>

/** What a part is found by, when not by its deal: the id of one of these. */
export const WITHIN = { order_id: 'order', shipment_id: 'shipment', quotation_id: 'quotation' } as const

export type PartName = keyof typeof PARTS

export const PART_NAMES = Object.keys(PARTS) as PartName[]

export const isPart = (type: TypeName): type is PartName => Object.hasOwn(PARTS, type)
