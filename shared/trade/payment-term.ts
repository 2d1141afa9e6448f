import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** When a price is paid, in which parts (domain 1.18). `shared/order/schedule.ts` makes the installments of it. */
export const paymentTerm = {
  name: 'payment_term',
  plural: 'payment_terms',
  label: text('Payment term', '付款方式'),
  title: 'code',
  writable: true,
  fields: {
    code: { kind: 'text', max: 40, required: true, fixed: true, label: text('Code', '代码') },
    name: { kind: 'text', max: 120, required: true, label: text('Name', '名称') },
    name_zh: { kind: 'text', max: 120, label: text('Name in Chinese', '中文名称') },
    lines: { kind: 'data', of: 'term_lines', required: true, label: text('Parts', '分期') },
    grace_days: {
      kind: 'integer',
      min: 0,
      max: 90,
      required: true,
      initial: 0,
      label: text('Days of grace', '宽限天数'),
    },
    deposit_before_production: {
      kind: 'boolean',
      required: true,
      initial: false,
      label: text('Deposit before production', '生产前须收定金'),
    },
    balance_before: {
      kind: 'choice',
      label: text('Balance before', '尾款前置'),
      choices: { loading: text('loading', '装柜'), bl_release: text('B/L release', '放单') },
    },
    /** 1 is paid in advance, 5 is open account over a long time. */
    risk_class: { kind: 'integer', min: 1, max: 5, required: true, initial: 3, label: text('Risk class', '风险等级') },
    status: {
      kind: 'choice',
      required: true,
      initial: 'active',
      label: text('Status', '状态'),
      choices: { active: text('In use', '使用中'), retired: text('Retired', '已停用') },
    },
  },
  indexes: { payment_terms_by_code: { on: ['code'], unique: true } },
} as const satisfies RecordType
