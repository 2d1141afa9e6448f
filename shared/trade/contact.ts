import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** A person at a customer. */
export const contact = {
  name: 'contact',
  plural: 'contacts',
  label: text('Contact', '联系人'),
  title: 'full_name',
  writable: true,
  belongs: { within: 'customer_id' },
  fields: {
    customer_id: { kind: 'reference', to: 'customer', required: true, fixed: true, label: text('Customer', '客户') },
    full_name: { kind: 'text', max: 120, required: true, label: text('Name', '姓名'), aliases: ['联系人'] },
    salutation: { kind: 'text', max: 40, label: text('Salutation', '称呼') },
    /** Current and former addresses, the one to write to first. */
    emails: {
      kind: 'texts',
      of: 'email',
      max: 20,
      access: 'personal',
      label: text('Mail addresses', '邮箱'),
      aliases: ['邮箱'],
    },
    phones: { kind: 'texts', max: 10, access: 'personal', label: text('Telephone', '电话'), aliases: ['电话'] },
    title: { kind: 'text', max: 120, label: text('Title', '职位'), aliases: ['职位'] },
    department: { kind: 'text', max: 120, label: text('Department', '部门') },
    decision_role: {
      kind: 'choice',
      required: true,
      initial: 'unknown',
      label: text('Decision role', '决策角色'),
      choices: {
        decision_maker: text('Decision maker', '决策人'),
        influencer: text('Influencer', '影响者'),
        user: text('User', '使用者'),
        gatekeeper: text('Gatekeeper', '把关人'),
        finance: text('Finance', '财务'),
        logistics: text('Logistics', '物流'),
        unknown: text('Unknown', '未知'),
      },
    },
    language: { kind: 'language', label: text('Language', '语言') },
    timezone: { kind: 'timezone', label: text('Time zone', '时区') },
    is_primary: { kind: 'boolean', required: true, initial: false, label: text('Main contact', '主要联系人') },
  },
  indexes: { contacts_by_customer: { on: ['customer_id', 'is_primary'] } },
} as const satisfies RecordType
