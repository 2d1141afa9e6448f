import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const COMPLETE = [
  { expr: 'total > 0', message: text('It has no lines with prices.', '尚无带单价的明细。') },
  { expr: 'named_place not empty', message: text('The place of the Incoterm is missing.', '缺少贸易术语的地点。') },
  { expr: 'payment_term_id not empty', message: text('The payment term is missing.', '缺少付款方式。') },
  { expr: 'valid_until not empty', message: text('It says not until when it is valid.', '缺少报价有效期。') },
  {
    expr: 'valid_until empty or valid_until >= today()',
    message: text('Its validity is over.', '报价有效期已过。'),
  },
]

/**
 * Below this, somebody above looks at it first; the firm changes it by a version of its own (domain 1.9). A margin that cannot
 * be told though costs are known, for another line has none or the rate is missing, is no high one.
 */
const NEEDS_A_LOOK = 'expected_margin < 12 or (expected_margin empty and costed) or discount > lines_total * 0.05'

/** The way of one version of a quotation (domain 2.2.3). What has been sent is frozen; a change is another version. */
export const quotationWay = wayOf('quotation', {
  start: 'draft',
  ends: ['accepted', 'superseded', 'withdrawn', 'rejected', 'expired'],
  approvals: [{ key: 'price', steps: [{ mode: 'any', approvers: [{ manager: 1 }, { role: 'gm' }] }] }],
  edges: [
    {
      key: 'finish',
      from: ['draft'],
      to: 'approved',
      label: text('Ready to send', '可以发送'),
      who: ['owner', 'manager'],
      guard: [
        ...COMPLETE,
        {
          expr: `not (${NEEDS_A_LOOK})`,
          message: text('Its price has to be approved.', '价格需审批。'),
        },
      ],
    },
    {
      key: 'submit',
      from: ['draft'],
      to: 'pending_approval',
      label: text('Ask for approval', '提交审批'),
      who: ['owner', 'manager'],
      guard: COMPLETE,
      effects: [{ do: 'request_approval', policy: 'price' }],
    },
    {
      key: 'approve',
      from: ['pending_approval'],
      to: 'approved',
      label: text('Approved', '审批通过'),
      who: ['system'],
    },
    { key: 'refuse', from: ['pending_approval'], to: 'draft', label: text('Sent back', '驳回'), who: ['system'] },
    {
      key: 'recall',
      from: ['pending_approval'],
      to: 'draft',
      label: text('Take back', '撤回审批'),
      who: ['owner', 'manager'],
      effects: [{ do: 'withdraw_approval' }],
    },
    {
      key: 'send',
      from: ['approved'],
      to: 'sent',
      label: text('Sent to the buyer', '已发给客户'),
      who: ['owner', 'manager'],
      guard: [COMPLETE[4] as (typeof COMPLETE)[number]],
      effects: [{ do: 'set', field: 'sent_at', to: 'now()' }, { do: 'quotation_sent' }],
    },
    {
      key: 'reply',
      from: ['sent'],
      to: 'negotiating',
      label: text('The buyer replied', '客户已回复'),
      who: ['owner', 'manager'],
      effects: [{ do: 'set', field: 'replied_at', to: 'now()' }],
    },
    {
      key: 'accept',
      from: ['sent', 'negotiating'],
      to: 'accepted',
      label: text('Accepted by the buyer', '客户接受'),
      who: ['owner', 'manager'],
      guard: [
        {
          expr: 'valid_until empty or valid_until >= today()',
          message: text('It was valid until {valid_until}: revise it.', '报价有效期至 {valid_until}，已过期，请修订。'),
        },
      ],
    },
    {
      key: 'reject',
      from: ['sent', 'negotiating'],
      to: 'rejected',
      label: text('Rejected by the buyer', '客户拒绝'),
      who: ['owner', 'manager'],
    },
    { key: 'expire', from: ['sent'], to: 'expired', label: text('Expired', '已过期'), who: ['system'] },
    {
      key: 'supersede',
      from: ['sent', 'negotiating'],
      to: 'superseded',
      label: text('Replaced by a later version', '已被新版本取代'),
      who: ['system'],
    },
    {
      key: 'withdraw',
      from: ['draft', 'approved', 'sent', 'negotiating'],
      to: 'withdrawn',
      label: text('Withdraw', '撤回'),
      who: ['owner', 'manager'],
    },
  ],
})
