import { text } from '#shared/i18n/language.ts'

/** Why nothing came of it (domain 1.6). */
export const LOST_REASONS = {
  price: text('Price', '价格'),
  moq: text('Minimum quantity', '起订量'),
  lead_time: text('Lead time', '交期'),
  spec: text('Specification', '规格'),
  payment: text('Payment terms', '付款条件'),
  competitor: text('Competitor', '竞争对手'),
  no_reply: text('No reply', '无回复'),
  not_our_product: text('Not our product', '非经营产品'),
  duplicate: text('Duplicate', '重复'),
  spam: text('Spam', '垃圾信息'),
  other: text('Other', '其他'),
} as const
