import type { DealFile } from './deal-file.ts'

/** Whether there is an order of a deal, so that nothing is offered any more. */
export const isOrdered = (file: DealFile): boolean =>
  (file.whole ?? file).parts.order.some(({ status }) => status !== 'cancelled')
