import { text } from '#shared/i18n/language.ts'
import type { EdgeSpec } from '../definition/edge.ts'

/** A deal whose orders are all cancelled has come to its end as well. */
const CALLED_OFF = {
  label: text('Order cancelled', '订单取消'),
  requires: ['lost_reason'],
  guard: [
    {
      expr: "all(order.status = 'cancelled')",
      message: text('The order is not cancelled.', '订单未取消。'),
    },
  ],
}

/**
 * Who has ordered lately may order again at the same prices (domain 2.3). It is for people to say that an inquiry is that: whoever
 * has ordered may ask for something else.
 */
const REPEAT = {
  label: text('Repeat order', '返单'),
  guard: [
    {
      expr: 'last_price_age_days <= 90',
      message: text('The buyer has ordered nothing within the last 90 days.', '客户近 90 天内没有下单。'),
    },
  ],
}

/** How a deal goes from one stage of the standard road to the next, and where else somebody may take it. */
export const foreignTradeWays: readonly EdgeSpec[] = [
  { from: 'lead', to: 'quotation' },
  { from: 'quotation', to: 'sample', condition: 'need_sample = true' },
  { from: 'quotation', to: 'contract', label: text('No sample needed', '无需样品'), default: true },
  { from: 'sample', to: 'contract' },
  { from: 'contract', to: 'production' },
  { from: 'production', to: 'shipment' },
  { from: 'shipment', to: 'collection' },
  { from: 'contract', to: 'quotation', label: text('Quote anew', '重新报价') },
  { from: 'contract', to: 'sample', label: text('Another sample', '重新打样') },
  { from: 'sample', to: 'quotation', label: text('Change the proposal', '方案变更') },
  { from: 'start', to: 'lead' },
  { key: 'repeat-lead', from: 'lead', to: 'contract', ...REPEAT },
  { key: 'repeat-quotation', from: 'quotation', to: 'contract', ...REPEAT },
  { from: 'collection', to: 'end_won' },
  { from: 'lead', to: 'end_lost', label: text('Lost', '丢单'), requires: ['lost_reason'] },
  { from: 'quotation', to: 'end_lost', label: text('Lost', '丢单'), requires: ['lost_reason'] },
  { from: 'sample', to: 'end_lost', label: text('Lost', '丢单'), requires: ['lost_reason'] },
  { from: 'contract', to: 'end_lost', label: text('Lost', '丢单'), requires: ['lost_reason'] },
  { from: 'production', to: 'end_lost', ...CALLED_OFF },
  { from: 'shipment', to: 'end_lost', ...CALLED_OFF },
]
