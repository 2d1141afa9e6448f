import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** One item of a customer's timeline: a mail, a call, a note, a step of an order. */
export const interaction = {
  name: 'interaction',
  plural: 'interactions',
  label: text('Timeline item', '往来记录'),
  title: 'subject',
  writable: true,
  belongs: { within: 'customer_id', about: 'order_id' },
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
        stage: text('Stage', '阶段'),
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
    filed_how: {
      kind: 'choice',
      computed: true,
      label: text('Filed how', '归档方式'),
      choices: {
        manual: text('By hand', '手动'),
        rule: text('By rule', '按规则'),
        plugin_auto: text('With its thread', '随会话'),
      },
    },
    /** SHA-256 of what is in a filed mail, however it travelled: one without Message-ID is known by it. */
    content_hash: { kind: 'text', max: 64, computed: true, label: text('Content hash', '内容哈希') },
    in_reply_to: { kind: 'text', max: 998, computed: true, label: text('In reply to', '回复的邮件') },
    /** Message-IDs of the mails before it in its thread, the first first (RFC 5322, 3.6.4). */
    reference_ids: { kind: 'texts', computed: true, label: text('References', '引用的邮件') },
    /** In which it is written: ISO 639-1. */
    language: { kind: 'text', max: 8, computed: true, label: text('Language', '语言') },
    /** The conversation as the filer's mailbox calls it. */
    provider_thread: { kind: 'text', max: 1000, computed: true, label: text('Conversation', '会话标识') },
    /** `[{role, address, name?, contact_id?}]` of a filed mail or chat. */
    participants: { kind: 'data', computed: true, label: text('Participants', '参与人') },
    /** `[{name, mime, bytes, sha256, file_id?}]`; without an id the bytes were not kept. Pictures within the text are none. */
    attachments: { kind: 'data', computed: true, label: text('Attachments', '附件') },
    /** The file that is the whole mail, where the firm keeps whole mails. */
    body_ref: { kind: 'text', max: 26, computed: true, label: text('Whole mail', '完整邮件') },
    /** Of a private mail others see that it exists, and from whom it was filed: what it says lies in `private_mails`. */
    visibility: {
      kind: 'choice',
      computed: true,
      label: text('Visible to', '可见范围'),
      choices: { team: text('Whoever sees the customer', '可见客户者'), private: text('Who filed it', '仅归档人') },
    },
    /** Why it is private, for those who see that it is there; where somebody said so. */
    private_reason: { kind: 'text', max: 200, computed: true, label: text('Why private', '私密原因') },
  },
  indexes: {
    interactions_by_customer: { on: ['customer_id', 'occurred_at'] },
    interactions_by_kind: { on: ['customer_id', 'kind', 'occurred_at'] },
    /** Whose turn it is: a buyer's mail waits for an answer, and whatever goes out to them is one. */
    interactions_turns: {
      on: ['customer_id', 'occurred_at', 'direction'],
      where: "(direction = 'out' OR direction = 'in' AND kind = 'mail')",
    },
    interactions_by_message: { on: ['message_id'], where: 'message_id IS NOT NULL', unique: true },
    /** A conversation that is filed. */
    interactions_by_thread: { on: ['provider_thread'], where: 'provider_thread IS NOT NULL' },
    interactions_by_content: { on: ['content_hash'], where: 'content_hash IS NOT NULL', unique: true },
  },
} as const satisfies RecordType
