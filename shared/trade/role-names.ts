import { type Text, text } from '#shared/i18n/language.ts'
import type { Role } from './user.ts'

/** What the posts of a firm are called. */
export const ROLE_NAMES = {
  sales_rep: text('Sales', '业务员'),
  sales_manager: text('Sales manager', '业务经理'),
  merchandiser: text('Order follower', '跟单员'),
  purchaser: text('Purchasing', '采购'),
  planner: text('Planning', '生产计划'),
  qc: text('Quality control', '质检'),
  doc_clerk: text('Documents', '单证员'),
  logistics: text('Logistics', '物流'),
  finance: text('Finance', '财务'),
  legal: text('Legal', '法务'),
  gm: text('General manager', '总经理'),
  admin: text('Administrator', '管理员'),
  dpo: text('Data protection', '数据保护'),
  auditor: text('Audit', '审计'),
} as const satisfies Readonly<Record<Role, Text>>
