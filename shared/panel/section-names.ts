import { type Text, text } from '#shared/i18n/language.ts'
import type { SectionKey } from './layout.ts'

/** What the sections of a customer's panel are called where their order is set. */
export const SECTION_NAMES = {
  who: text('Customer', '客户'),
  requests: text('Asked to share', '共享申请'),
  filing: text('This mail', '此邮件'),
  approval: text('Approval', '审批'),
  road: text('Deal', '生意'),
  start: text('Start of a deal', '新建生意'),
  where_it_stands: text('Where it stands', '当前进度'),
  next_step: text('Next step', '下一步'),
  money: text('Money', '款项'),
  orders: text('Open orders', '未结订单'),
  inquiries: text('Inquiries', '询盘'),
  quotations: text('Quotations', '报价'),
  samples: text('Samples', '样品'),
  cases: text('After-sales cases', '售后'),
  timeline: text('Timeline', '往来记录'),
  documents: text('Documents', '单证'),
  contacts: text('Contacts', '联系人'),
  background: text('Background and potential', '背景与潜力'),
} as const satisfies Readonly<Record<SectionKey, Text>>
