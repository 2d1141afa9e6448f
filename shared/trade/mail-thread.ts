import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** Whose mails a thread's are, where somebody had to say it: the same for everybody who opens one of them. */
export const mailThread = {
  name: 'mail_thread',
  plural: 'mail_threads',
  label: text('Mail thread', '邮件会话'),
  title: 'root',
  belongs: { within: 'customer_id' },
  fields: {
    /** Message-ID of its first mail, as far as that was known (RFC 5322, 3.6.4). */
    root: { kind: 'text', max: 1000, required: true, fixed: true, label: text('First mail', '首封邮件') },
    /** The host's own id, for the mailbox that it was chosen in. */
    conversation: { kind: 'text', max: 1000, fixed: true, label: text('Conversation', '会话标识') },
    /** Nobody once the choice is taken back. */
    customer_id: { kind: 'reference', to: 'customer', label: text('Customer', '客户') },
    chosen_by: { kind: 'reference', to: 'user', required: true, computed: true, label: text('Chosen by', '选择人') },
    chosen_at: { kind: 'instant', required: true, computed: true, label: text('Chosen', '选择时间') },
  },
  indexes: {
    mail_threads_by_root: { on: ['root'], unique: true },
    mail_threads_by_conversation: { on: ['conversation'], where: 'conversation IS NOT NULL' },
    mail_threads_by_customer: { on: ['customer_id', 'chosen_at'] },
  },
} as const satisfies RecordType
