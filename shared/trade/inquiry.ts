import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** A buyer asks. Every clock of the first stage starts at `received_at`. */
export const inquiry = {
  name: 'inquiry',
  plural: 'inquiries',
  label: text('Inquiry', '询盘'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id'], team: 'team_id' },
  fields: {
    doc_no: { kind: 'text', max: 40, required: true, fixed: true, numbered: 'INQ', label: text('Number', '编号') },
    channel: {
      kind: 'choice',
      required: true,
      initial: 'email',
      label: text('Channel', '渠道'),
      choices: {
        email: text('E-mail', '邮件'),
        website: text('Website', '官网'),
        b2b_platform: text('B2B platform', 'B2B平台'),
        fair: text('Fair', '展会'),
        referral: text('Referral', '转介绍'),
        phone: text('Telephone', '电话'),
        chat: text('Chat', '聊天'),
        other: text('Other', '其他'),
      },
    },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'received',
      label: text('Status', '状态'),
      choices: {
        received: text('Received', '已收到'),
        assigned: text('Assigned', '已分配'),
        pooled: text('In the pool', '公海'),
        claimed: text('Claimed', '已认领'),
        contacted: text('Contacted', '已联系'),
        qualified: text('Qualified', '已确认'),
        converted: text('Converted', '已转化'),
        invalid: text('Invalid', '无效'),
        lost: text('Lost', '流失'),
        duplicate: text('Duplicate', '重复'),
      },
    },
    received_at: { kind: 'instant', required: true, fixed: true, label: text('Received', '收到时间') },
    customer_id: { kind: 'reference', to: 'customer', label: text('Customer', '客户') },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '负责人') },
    /** In whose pool it lies while nobody has it; in everybody's when there is none. */
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    claimed_at: { kind: 'instant', computed: true, label: text('Claimed', '认领时间') },
    company_name: { kind: 'text', max: 200, label: text('Company', '公司') },
    contact_name: { kind: 'text', max: 120, label: text('Contact', '联系人') },
    email: { kind: 'email', access: 'personal', label: text('Mail address', '邮箱') },
    country: { kind: 'country', label: text('Country', '国家') },
    subject: { kind: 'text', max: 500, required: true, label: text('Subject', '主题') },
    message: { kind: 'text', max: 4000, lines: true, label: text('What is asked for', '需求') },
    /** RFC 5322 Message-ID of the mail it came by: one mail makes one inquiry. */
    message_id: { kind: 'text', max: 998, fixed: true, label: text('Message-ID', '邮件标识') },
  },
  indexes: {
    inquiries_by_doc_no: { on: ['doc_no'], unique: true },
    inquiries_by_email: { on: ['email', 'received_at'] },
    inquiries_by_message: { on: ['message_id'], where: 'message_id IS NOT NULL', unique: true },
    inquiries_by_customer: { on: ['customer_id', 'received_at'] },
    inquiries_assigned: {
      on: ['owner_id', 'received_at'],
      where: "status IN ('received','assigned','pooled') AND owner_id IS NOT NULL",
    },
    inquiries_pooled: {
      on: ['team_id', 'received_at'],
      where: "status IN ('received','assigned','pooled') AND owner_id IS NULL",
    },
  },
} as const satisfies RecordType
