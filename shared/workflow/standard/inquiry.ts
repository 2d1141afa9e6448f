import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

/** The way of an inquiry (domain 2.2.1). It is claimed by an action of its own, which everybody in a pool may race for. */
export const inquiryWay = wayOf('inquiry', {
  start: 'received',
  ends: ['converted', 'duplicate'],
  edges: [
    { key: 'assign', from: ['received', 'pooled'], to: 'assigned', label: text('Assign', '分配'), who: ['system'] },
    { key: 'pool', from: ['received'], to: 'pooled', label: text('To the pool', '放入公海'), who: ['system'] },
    {
      key: 'claim',
      from: ['received', 'assigned', 'pooled'],
      to: 'claimed',
      label: text('Claim', '认领'),
      who: ['system'],
    },
    {
      key: 'answer',
      from: ['claimed'],
      to: 'contacted',
      label: text('Reply sent', '已回复客户'),
      who: ['owner', 'manager'],
      effects: [{ do: 'set', field: 'first_response_at', to: 'now()' }, { do: 'log_reply' }],
    },
    {
      key: 'qualify',
      from: ['contacted'],
      to: 'qualified',
      label: text('Needs are clear', '需求已明确'),
      who: ['owner', 'manager'],
      form: ['country', 'product_line'],
      requires: ['country'],
    },
    {
      key: 'convert',
      from: ['contacted', 'qualified'],
      to: 'converted',
      label: text('Quoted', '已报价'),
      who: ['system'],
    },
    {
      key: 'release',
      from: ['claimed', 'contacted', 'qualified'],
      to: 'pooled',
      label: text('Back to the pool', '退回公海'),
      who: ['owner', 'manager'],
      guard: [
        {
          expr: "count(quotation where status not in ['rejected','expired','superseded','withdrawn']) = 0",
          message: text('There is an open quotation.', '尚有未结的报价。'),
        },
        {
          expr: "customer.tier empty or customer.tier != 'A'",
          message: text('A customers do not go back to the pool.', 'A类客户不可退回公海。'),
        },
      ],
      effects: [{ do: 'to_pool' }],
    },
    {
      key: 'lose',
      from: ['received', 'assigned', 'pooled', 'claimed', 'contacted', 'qualified'],
      to: 'lost',
      label: text('Lost', '流失'),
      who: ['owner', 'manager'],
      form: ['lost_reason'],
      requires: ['lost_reason'],
    },
    {
      key: 'invalid',
      from: ['received', 'assigned', 'pooled', 'claimed', 'contacted'],
      to: 'invalid',
      label: text('Not an inquiry', '无效询盘'),
      who: ['owner', 'manager'],
      form: ['lost_reason'],
      requires: ['lost_reason'],
    },
    {
      key: 'duplicate',
      from: ['received', 'assigned', 'pooled', 'claimed'],
      to: 'duplicate',
      label: text('Duplicate', '重复询盘'),
      who: ['owner', 'manager'],
    },
    {
      key: 'reopen',
      from: ['lost', 'invalid'],
      to: 'claimed',
      label: text('Reopen', '重新打开'),
      who: ['owner', 'manager'],
      effects: [
        { do: 'set', field: 'claimed_at', to: 'now()' },
        // It is to be answered anew, and in time.
        { do: 'clear', with: { field: 'first_response_at' } },
        { do: 'clear', with: { field: 'lost_reason' } },
      ],
    },
  ],
})
