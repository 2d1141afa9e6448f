import { text } from '#shared/i18n/language.ts'

/** What waits while the order is on hold (domain 2.2.6): nothing more is released, begun or loaded. */
export const NOT_HELD = {
  expr: 'order_held = false',
  message: text('The order is on hold.', '订单已暂停。'),
}
