import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const HANDS = ['merchandiser', 'purchaser', 'owner', 'manager', 'sales_rep']

/** The way of a sample, round after round until the buyer approves it (domain 2.2.4). */
export const sampleWay = wayOf('sample', {
  start: 'requested',
  // A rejected one is there still, until somebody says that the deal goes on without it.
  ends: ['approved_by_customer', 'cancelled'],
  edges: [
    {
      key: 'approve',
      from: ['requested'],
      to: 'approved',
      label: text('Approve the sample', '批准打样'),
      who: ['owner', 'manager'],
    },
    { key: 'make', from: ['approved'], to: 'making', label: text('Being made', '开始制作'), who: HANDS },
    {
      key: 'finish',
      from: ['approved', 'making'],
      to: 'ready',
      label: text('Sample is ready', '样品完成'),
      who: HANDS,
      effects: [{ do: 'set', field: 'ready_at', to: 'today()' }],
    },
    {
      key: 'dispatch',
      from: ['ready'],
      to: 'dispatched',
      label: text('Hand to the courier', '寄出样品'),
      who: [...HANDS, 'doc_clerk', 'logistics'],
      form: ['courier', 'tracking_no'],
      requires: ['tracking_no'],
      effects: [{ do: 'set', field: 'dispatched_at', to: 'today()' }, { do: 'log_sample' }],
    },
    {
      key: 'deliver',
      from: ['dispatched'],
      to: 'delivered',
      label: text('Sample has arrived', '样品已签收'),
      who: HANDS,
      effects: [{ do: 'set', field: 'delivered_at', to: 'today()' }],
    },
    {
      key: 'feedback',
      from: ['delivered'],
      to: 'feedback_received',
      label: text('Note the feedback', '记录反馈'),
      who: HANDS,
      form: ['feedback'],
      requires: ['feedback'],
    },
    {
      key: 'accept',
      from: ['feedback_received'],
      to: 'approved_by_customer',
      label: text('Approved by the buyer', '客户确认样品'),
      who: ['owner', 'manager'],
    },
    {
      key: 'change',
      from: ['feedback_received'],
      to: 'changes_requested',
      label: text('The buyer wants changes', '客户要求修改'),
      who: ['owner', 'manager'],
    },
    {
      key: 'remake',
      from: ['changes_requested'],
      to: 'making',
      label: text('Make it anew', '重新打样'),
      who: HANDS,
      effects: [{ do: 'set', field: 'round', to: 'round + 1' }],
    },
    {
      key: 'reject',
      from: ['feedback_received', 'changes_requested'],
      to: 'rejected',
      label: text('Rejected by the buyer', '客户拒绝'),
      who: ['owner', 'manager'],
    },
    {
      key: 'cancel',
      // A courier may lose a parcel, and a buyer may never answer.
      from: ['requested', 'approved', 'making', 'ready', 'dispatched', 'delivered', 'changes_requested', 'rejected'],
      to: 'cancelled',
      label: text('Cancel the sample', '取消打样'),
      who: ['owner', 'manager'],
    },
  ],
})
