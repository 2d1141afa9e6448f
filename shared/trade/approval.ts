import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

/** That something be approved as it is: its hash at that time. Made and decided by actions alone, for nobody approves their own. */
export const approval = {
  name: 'approval',
  plural: 'approvals',
  label: text('Approval', '审批'),
  title: 'policy',
  belongs: { to: ['requested_by'], within: 'deal_id' },
  fields: {
    ...DEAL_LINK,
    /** A record type and an id of it. */
    subject_type: { kind: 'text', max: 40, required: true, fixed: true, label: text('Approval of', '审批对象') },
    subject_id: { kind: 'text', max: 26, required: true, fixed: true, label: text('Record', '记录') },
    subject_version: { kind: 'integer', min: 1, required: true, fixed: true, label: text('Its version', '记录版本') },
    /** SHA-256 of what is approved: whatever changes it voids the approval. */
    subject_hash: { kind: 'text', max: 64, required: true, fixed: true, label: text('Its hash', '内容指纹') },
    policy: { kind: 'text', max: 60, required: true, fixed: true, label: text('Policy', '审批规则') },
    requested_by: { kind: 'reference', to: 'user', required: true, fixed: true, label: text('Asked by', '申请人') },
    requested_at: { kind: 'instant', required: true, fixed: true, label: text('Asked', '申请时间') },
    due_at: { kind: 'instant', label: text('Due', '审批期限') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'pending',
      label: text('Status', '状态'),
      choices: {
        pending: text('Pending', '待审批'),
        approved: text('Approved', '已批准'),
        rejected: text('Rejected', '已驳回'),
        withdrawn: text('Withdrawn', '已撤回'),
        superseded: text('Superseded', '已失效'),
        expired_escalated: text('Expired and escalated', '超时已上报'),
      },
    },
    /** Who decides in which order, and what each of them has decided. */
    steps: { kind: 'data', required: true, label: text('Steps', '审批步骤') },
    /** What was approved, with what it costs. */
    snapshot: { kind: 'data', access: 'cost', label: text('As it was', '内容快照') },
    decided_at: { kind: 'instant', label: text('Decided', '审批完成时间') },
  },
  indexes: {
    approvals_by_deal: { on: ['deal_id'] },
    approvals_by_requester: { on: ['requested_by'] },
    approvals_by_subject: { on: ['subject_id', 'subject_version'] },
    approvals_pending: { on: ['due_at'], where: "status = 'pending'" },
  },
} as const satisfies RecordType
