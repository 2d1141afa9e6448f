import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

const SCORE = { kind: 'integer', min: 1, max: 5 } as const

/** How content a buyer is with a shipment: one question for each. */
export const survey = {
  name: 'survey',
  plural: 'surveys',
  label: text('Satisfaction survey', '满意度回访'),
  title: 'status',
  writable: true,
  belongs: { to: ['owner_id'], within: 'deal_id' },
  fields: {
    ...DEAL_LINK,
    shipment_id: { kind: 'reference', to: 'shipment', fixed: true, label: text('Shipment', '出货') },
    customer_id: { kind: 'reference', to: 'customer', label: text('Customer', '客户') },
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Contact', '联系人'),
    },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '负责人') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'planned',
      label: text('Status', '状态'),
      choices: {
        planned: text('Planned', '已计划'),
        sent: text('Sent', '已发送'),
        reminded: text('Reminded', '已提醒'),
        answered: text('Answered', '已答复'),
        expired: text('Expired', '已过期'),
        waived: text('Waived', '已免除'),
      },
    },
    language: { kind: 'language', label: text('Language', '语言') },
    planned_on: { kind: 'date', label: text('Planned for', '计划日期') },
    sent_at: { kind: 'instant', computed: true, label: text('Sent', '发送时间') },
    answered_at: { kind: 'instant', computed: true, label: text('Answered', '答复时间') },
    nps: { kind: 'integer', min: 0, max: 10, label: text('Would recommend us (0–10)', '推荐意愿(0–10)') },
    csat_quality: { ...SCORE, label: text('Quality (1–5)', '质量(1–5)') },
    csat_delivery: { ...SCORE, label: text('Delivery (1–5)', '交付(1–5)') },
    csat_communication: { ...SCORE, label: text('Communication (1–5)', '沟通(1–5)') },
    csat_documents: { ...SCORE, label: text('Documents (1–5)', '单证(1–5)') },
    comment: { kind: 'text', max: 2000, lines: true, label: text('Comment', '评论') },
  },
  indexes: {
    surveys_by_deal: { on: ['deal_id'] },
    surveys_by_owner: { on: ['owner_id'] },
    surveys_by_shipment: { on: ['shipment_id'], where: 'shipment_id IS NOT NULL', unique: true },
  },
} as const satisfies RecordType
