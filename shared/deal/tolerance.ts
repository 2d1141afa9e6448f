import type { Order } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'

/** By how much more or less than ordered may be shipped, as the contract of an order has it: hundredths of a percent. */
export const toleranceOf = ({ parts }: DealFile, { contract_id }: Pick<Order, 'contract_id'>): number =>
  parts.contract.find(({ id }) => id === contract_id)?.tolerance ?? 0
