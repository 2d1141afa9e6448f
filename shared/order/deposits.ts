import { text } from '#shared/i18n/language.ts'

/** What becomes of money that has come for an order that is cancelled. */
export const DEPOSITS = {
  refund: text('The deposit is refunded', '定金退还客户'),
  credit: text('The deposit is kept for the next order', '定金转下一订单'),
  forfeit: text('The deposit is kept as compensation', '定金没收作为赔偿'),
} as const
