import { type Text, text } from '#shared/i18n/language.ts'
import type { Role } from '#shared/trade/user.ts'

/** What the standard posts are called. */
export const POST_NAMES: Readonly<Record<Role, Text>> = {
  sales_rep: text('sales rep', '业务员'),
  sales_manager: text('sales manager', '销售经理'),
  merchandiser: text('order follower', '跟单员'),
  purchaser: text('purchaser', '采购'),
  planner: text('production planner', '生产计划'),
  qc: text('quality control', '质检'),
  doc_clerk: text('document clerk', '单证'),
  logistics: text('logistics', '物流'),
  finance: text('finance', '财务'),
  legal: text('legal', '法务'),
  gm: text('general manager', '总经理'),
  admin: text('administrator', '管理员'),
  dpo: text('data protection', '数据保护'),
  auditor: text('auditor', '审计'),
}
