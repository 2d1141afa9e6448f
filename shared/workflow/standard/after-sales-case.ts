import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const DESK = ['owner', 'manager', 'sales_rep', 'sales_manager', 'merchandiser', 'gm']

const MANAGERS = ['manager', 'sales_manager', 'gm']

/** Where a proposal is worked out, and what it says. */
const PROPOSAL = {
  from: ['triaged', 'investigating', 'escalated'],
  form: ['settlement', 'settlement_amount'],
  requires: ['settlement'],
}

const WITHIN_CLAIM = {
  expr: 'settlement_amount empty or settlement_amount <= claimed_amount or claimed_amount empty',
  message: text('More than the buyer claims.', '超过客户索赔金额。'),
}

/** The way of a complaint (domain 2.2.13). Who may propose a settlement depends on how much it is, in US dollars. */
export const afterSalesCaseWay = wayOf('after_sales_case', {
  start: 'opened',
  ends: ['rejected'],
  edges: [
    {
      key: 'triage',
      from: ['opened', 'reopened'],
      to: 'triaged',
      label: text('Say how grave it is and whose', '定级定责'),
      who: DESK,
      form: ['severity', 'responsible'],
      requires: ['severity', 'responsible'],
    },
    { key: 'look', from: ['triaged'], to: 'investigating', label: text('Look into it', '开始调查'), who: DESK },
    {
      key: 'propose',
      to: 'proposal_sent',
      label: text('Proposal sent', '已发处理方案'),
      who: DESK,
      ...PROPOSAL,
      guard: [
        WITHIN_CLAIM,
        {
          expr: `(settlement_amount empty or settlement_amount <= 500 * per_dollar) and settlement != 'credit_note'`,
          message: text(
            'Over USD 500, or a credit note: a manager proposes it.',
            '超过500美元或开具贷项须由经理提出。',
          ),
        },
      ],
    },
    {
      key: 'propose-more',
      to: 'proposal_sent',
      label: text('Proposal sent, over USD 500', '已发处理方案（超过500美元）'),
      who: MANAGERS,
      ...PROPOSAL,
      guard: [
        WITHIN_CLAIM,
        {
          expr: 'settlement_amount empty or settlement_amount <= 5000 * per_dollar',
          message: text('Over USD 5,000: the general manager proposes it.', '超过5000美元须由总经理提出。'),
        },
      ],
    },
    {
      key: 'propose-most',
      to: 'proposal_sent',
      label: text('Proposal sent, over USD 5,000', '已发处理方案（超过5000美元）'),
      who: ['gm'],
      ...PROPOSAL,
      guard: [WITHIN_CLAIM],
    },
    { key: 'agree', from: ['proposal_sent'], to: 'agreed', label: text('The buyer agrees', '客户同意'), who: DESK },
    { key: 'escalate', from: ['proposal_sent'], to: 'escalated', label: text('Escalate', '升级处理'), who: DESK },
    { key: 'execute', from: ['agreed'], to: 'executing', label: text('Being settled', '执行中'), who: DESK },
    {
      key: 'close',
      from: ['agreed', 'executing'],
      to: 'closed',
      label: text('Settled, close', '已解决，结案'),
      who: DESK,
      effects: [{ do: 'set', field: 'closed_at', to: 'now()' }],
    },
    {
      key: 'reject',
      from: ['opened', 'triaged', 'investigating'],
      to: 'rejected',
      label: text('No case', '不成立'),
      who: MANAGERS,
      effects: [{ do: 'set', field: 'closed_at', to: 'now()' }],
    },
    {
      key: 'reopen',
      from: ['closed'],
      to: 'reopened',
      label: text('Reopen', '重新打开'),
      who: DESK,
      guard: [
        {
          expr: 'closed_at empty or closed_at + 90 d >= now()',
          message: text('It was closed more than 90 days ago: open another.', '结案已超过90天，请新建售后。'),
        },
      ],
    },
  ],
})
