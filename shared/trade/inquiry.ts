import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'
import { INCOTERMS } from './incoterm.ts'
import { LOST_REASONS } from './lost-reason.ts'

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
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Known contact', '已有联系人'),
    },
    ...DEAL_LINK,
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '负责人') },
    /** In whose pool it lies while nobody has it; in everybody's when there is none. */
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    assigned_at: { kind: 'instant', computed: true, label: text('Assigned', '分配时间') },
    claimed_at: { kind: 'instant', computed: true, label: text('Claimed', '认领时间') },
    first_response_at: { kind: 'instant', computed: true, label: text('First response', '首次回复时间') },
    /** By when the buyer wants to hear: it tightens a clock and never loosens one. */
    reply_by: { kind: 'instant', label: text('Reply wanted by', '要求回复时间') },
    /** Who gave it back last, and when: they do not claim it again at once. */
    returned_by: { kind: 'reference', to: 'user', computed: true, label: text('Returned by', '退回人') },
    returned_at: { kind: 'instant', computed: true, label: text('Returned', '退回时间') },
    returned_count: { kind: 'integer', min: 0, computed: true, label: text('Times returned', '退回次数') },
    company_name: { kind: 'text', max: 200, label: text('Company', '公司') },
    contact_name: { kind: 'text', max: 120, label: text('Contact', '联系人') },
    email: { kind: 'email', access: 'personal', label: text('Mail address', '邮箱') },
    country: { kind: 'country', label: text('Country', '国家') },
    subject: { kind: 'text', max: 500, required: true, label: text('Subject', '主题') },
    product_line: { kind: 'text', max: 80, label: text('Product line', '产品线') },
    language: { kind: 'language', label: text('Language', '语言') },
    incoterm: { kind: 'choice', choices: INCOTERMS, label: text('Incoterm asked for', '要求贸易术语') },
    named_place: { kind: 'text', max: 80, label: text('Place asked for', '要求交货地点') },
    destination_country: { kind: 'country', label: text('Destination', '目的国') },
    requested_delivery: { kind: 'date', label: text('Delivery wanted', '要求交期') },
    currency: { kind: 'currency', label: text('Currency', '币种') },
    estimated_amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      access: 'sales',
      label: text('Estimated amount', '预计金额'),
    },
    quality: {
      kind: 'choice',
      label: text('Quality', '质量'),
      choices: {
        spam: text('Spam', '垃圾'),
        weak: text('Weak', '弱'),
        normal: text('Normal', '一般'),
        strong: text('Strong', '强'),
      },
    },
    lost_reason: { kind: 'choice', choices: LOST_REASONS, label: text('Lost because of', '丢单原因') },
    message: { kind: 'text', max: 4000, lines: true, label: text('What is asked for', '需求') },
    /** RFC 5322 Message-ID of the mail it came by: one mail makes one inquiry. */
    message_id: { kind: 'text', max: 998, fixed: true, label: text('Message-ID', '邮件标识') },
    /** When the acknowledgement left. */
    acknowledged_at: { kind: 'instant', computed: true, label: text('Auto-reply sent', '自动回执已发') },
  },
  indexes: {
    inquiries_by_doc_no: { on: ['doc_no'], unique: true },
    inquiries_by_email: { on: ['email', 'received_at'] },
    inquiries_by_message: { on: ['message_id'], where: 'message_id IS NOT NULL', unique: true },
    inquiries_by_customer: { on: ['customer_id', 'received_at'] },
    inquiries_by_deal: { on: ['deal_id'], where: 'deal_id IS NOT NULL' },
    inquiries_assigned: {
      on: ['owner_id', 'received_at'],
      where: "status IN ('received','assigned','pooled') AND owner_id IS NOT NULL",
    },
    inquiries_pooled: {
      on: ['team_id', 'received_at'],
      where: "status IN ('received','assigned','pooled') AND owner_id IS NULL",
    },
    /** How many somebody has on their desk, and how many they were given on a day. */
    inquiries_in_hand: { on: ['owner_id'], where: "status IN ('assigned','claimed','contacted','qualified')" },
    inquiries_given: { on: ['owner_id', 'assigned_at'], where: 'assigned_at IS NOT NULL' },
    inquiries_claimed: { on: ['owner_id', 'claimed_at'], where: 'claimed_at IS NOT NULL' },
    inquiries_by_owner: { on: ['owner_id', 'team_id'] },
    inquiries_by_team: { on: ['team_id'] },
  },
} as const satisfies RecordType
