import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/**
 * Somebody asks to share a customer that is a colleague's (撞单). Made beside a mail; all that is told before it is
 * granted is who the owner is.
 */
export const accessRequest = {
  name: 'access_request',
  plural: 'access_requests',
  label: text('Request to share a customer', '共享客户申请'),
  title: 'asked_at',
  belongs: { to: ['asked_by'], within: 'customer_id' },
  fields: {
    customer_id: { kind: 'reference', to: 'customer', required: true, fixed: true, label: text('Customer', '客户') },
    asked_by: { kind: 'reference', to: 'user', required: true, fixed: true, label: text('Asked by', '申请人') },
    /** Of whom: the owner of the customer then, and who is above them; either may answer. */
    owner_id: { kind: 'reference', to: 'user', fixed: true, label: text('Asked of', '被申请人') },
    superior_id: { kind: 'reference', to: 'user', fixed: true, label: text('Their superior', '其上级') },
    asked_at: { kind: 'instant', required: true, fixed: true, label: text('Asked', '申请时间') },
    /** What is asked for: to have it together, or to have it instead of its owner. */
    wanted: {
      kind: 'choice',
      required: true,
      fixed: true,
      initial: 'shared',
      label: text('Asked for', '申请内容'),
      choices: {
        shared: text('To share it', '共享'),
        transfer: text('To take it over', '转给我'),
      },
    },
    reason: { kind: 'text', max: 500, lines: true, label: text('Why', '申请理由') },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'open',
      label: text('Status', '状态'),
      choices: {
        open: text('Open', '待处理'),
        granted: text('Granted', '已同意'),
        refused: text('Refused', '已拒绝'),
      },
    },
    decided_by: { kind: 'reference', to: 'user', computed: true, label: text('Decided by', '处理人') },
    decided_at: { kind: 'instant', computed: true, label: text('Decided', '处理时间') },
  },
  indexes: {
    access_requests_open: { on: ['customer_id', 'asked_by'], where: "status = 'open'", unique: true },
    access_requests_by_customer: { on: ['customer_id', 'asked_at'] },
    access_requests_for_owner: {
      on: ['owner_id', 'asked_at'],
      where: "status = 'open' AND owner_id IS NOT NULL",
    },
    access_requests_for_superior: {
      on: ['superior_id', 'asked_at'],
      where: "status = 'open' AND superior_id IS NOT NULL",
    },
    access_requests_by_asker: { on: ['asked_by', 'asked_at'] },
  },
} as const satisfies RecordType
