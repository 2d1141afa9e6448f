import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { LOST_REASONS } from './lost-reason.ts'

const OPEN = "status = 'open'"

/**
 * One run along the firm's road, from an inquiry to the last receipt. Which stages there are is data: the definition
 * named by `workflow` and `workflow_version`, which the deal keeps to its end. An unknown sender has no customer yet.
 */
export const deal = {
  name: 'deal',
  plural: 'deals',
  label: text('Deal', '生意'),
  title: 'doc_no',
  writable: true,
  belongs: { to: ['owner_id', 'merchandiser_id'], team: 'team_id', within: 'customer_id' },
  fields: {
    doc_no: { kind: 'text', max: 40, required: true, fixed: true, numbered: 'DL', label: text('Number', '编号') },
    subject: { kind: 'text', max: 200, required: true, label: text('Subject', '主题') },
    customer_id: { kind: 'reference', to: 'customer', label: text('Customer', '客户') },
    contact_id: {
      kind: 'reference',
      to: 'contact',
      agrees: { customer_id: 'customer_id' },
      label: text('Contact', '联系人'),
    },
    inquiry_id: { kind: 'reference', to: 'inquiry', label: text('Inquiry', '询盘') },
    owner_id: { kind: 'reference', to: 'user', label: text('Owner', '业务员') },
    merchandiser_id: { kind: 'reference', to: 'user', label: text('Order follower', '跟单员') },
    team_id: { kind: 'reference', to: 'team', label: text('Team', '团队') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'open',
      label: text('Status', '状态'),
      choices: { open: text('Open', '进行中'), won: text('Won', '成交'), lost: text('Lost', '丢单') },
    },
    lost_reason: { kind: 'choice', choices: LOST_REASONS, label: text('Lost because of', '丢单原因') },
    need_sample: { kind: 'boolean', execution: true, label: text('Sample needed', '需要样品') },
    change_request: { kind: 'boolean', execution: true, label: text('Change requested', '有变更要求') },
    product_line: { kind: 'text', max: 80, label: text('Product line', '产品线') },
    destination_country: { kind: 'country', label: text('Destination', '目的国') },
    currency: { kind: 'currency', label: text('Currency', '币种') },
    estimated_amount: {
      kind: 'money',
      currency: 'currency',
      min: 0,
      access: 'sales',
      label: text('Estimated amount', '预计金额'),
    },
    workflow: { kind: 'text', max: 60, computed: true, label: text('Process', '流程') },
    workflow_version: { kind: 'integer', min: 1, computed: true, label: text('Version of the process', '流程版本') },
    /** Where it stands there: the state that the engine gave back last. */
    state: { kind: 'data', computed: true, label: text('State of the process', '流程状态') },
    /** The clocks that run for it there, and when they tell whom: `PlannedClock[]`. Its timers follow from them. */
    clocks: { kind: 'data', max: 200_000, computed: true, label: text('Clocks', '时限') },
    /** The keys of the stages it stands at, `production,shipment`. */
    stage: { kind: 'text', max: 300, computed: true, label: text('Stage', '阶段') },
    stage_since: { kind: 'instant', computed: true, label: text('In this stage since', '进入阶段时间') },
    stage_due: { kind: 'instant', computed: true, label: text('Stage due', '阶段期限') },
    closed_at: { kind: 'instant', computed: true, label: text('Closed', '结束时间') },
  },
  indexes: {
    deals_by_doc_no: { on: ['doc_no'], unique: true },
    deals_by_customer: { on: ['customer_id', 'status'] },
    deals_by_owner: { on: ['owner_id', 'team_id'] },
    deals_by_team: { on: ['team_id'] },
    deals_by_merchandiser: { on: ['merchandiser_id'] },
    deals_by_inquiry: { on: ['inquiry_id'], where: 'inquiry_id IS NOT NULL' },
    deals_open_by_owner: { on: ['owner_id', 'stage_due'], where: OPEN },
    deals_open_by_stage: { on: ['stage', 'stage_due'], where: OPEN },
    deals_open_by_workflow: { on: ['workflow', 'workflow_version'], where: OPEN },
  },
} as const satisfies RecordType
