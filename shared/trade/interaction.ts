import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** One item of a customer's timeline: a mail, a call, a note, a step of an order. */
export const interaction = {
  name: 'interaction',
  plural: 'interactions',
  label: text('Timeline item', '往来记录'),
  title: 'subject',
  writable: true,
  belongs: { within: 'customer_id' },
  fields: {
    kind: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Kind', '类型'),
      choices: {
        mail: text('Mail', '邮件'),
        call: text('Call', '电话'),
        meeting: text('Meeting', '会议'),
        chat: text('Chat', '聊天'),
        note: text('Note', '备注'),
        quotation: text('Quotation', '报价'),
        sample: text('Sample', '样品'),
        visit: text('Visit', '拜访'),
        fair: text('Fair', '展会'),
        document: text('Document', '单证'),
        system: text('Step', '流程'),
      },
    },
    direction: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Direction', '方向'),
      choices: { in: text('In', '收'), out: text('Out', '发'), internal: text('Internal', '内部') },
    },
    occurred_at: { kind: 'instant', required: true, label: text('When', '时间') },
    customer_id: { kind: 'reference', to: 'customer', required: true, fixed: true, label: text('Customer', '客户') },
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Contact', '联系人'),
    },
    order_id: { kind: 'reference', to: 'order', agrees: { customer_id: 'customer_id' }, label: text('Order', '订单') },
    subject: { kind: 'text', max: 500, required: true, label: text('Subject', '主题') },
    snippet: { kind: 'text', max: 2000, lines: true, label: text('Text', '内容') },
    /** RFC 5322 Message-ID of a filed mail: the same mail filed twice is one item. */
    message_id: { kind: 'text', max: 998, fixed: true, label: text('Message-ID', '邮件标识') },
    filed_by: { kind: 'reference', to: 'user', computed: true, label: text('Filed by', '归档人') },
  },
  indexes: {
    interactions_by_customer: { on: ['customer_id', 'occurred_at'] },
    /** Whose turn it is: a buyer's mail waits for an answer, and whatever goes out to them is one. */
    interactions_turns: {
      on: ['customer_id', 'occurred_at', 'direction'],
      where: "(direction = 'out' OR direction = 'in' AND kind = 'mail')",
    },
    interactions_by_message: { on: ['message_id'], where: 'message_id IS NOT NULL', unique: true },
  },
} as const satisfies RecordType
