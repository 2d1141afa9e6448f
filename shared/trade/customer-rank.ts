import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'

const TIERS = { A: text('A', 'A'), B: text('B', 'B'), C: text('C', 'C') }

/**
 * What follows from what a customer buys: their tier (domain 3.1) and when they are expected to buy again (3.5). Worked out by a
 * job; of the override by actions.
 */
export const RANK = {
  tier: {
    kind: 'choice',
    computed: true,
    label: text('Tier', '等级'),
    choices: TIERS,
  },
  /** Tenths of a point: 958 is 95.8. */
  tier_score: { kind: 'integer', min: 0, max: 1000, computed: true, label: text('Tier score', '等级得分') },
  tier_basis: {
    kind: 'choice',
    computed: true,
    label: text('Tier follows from', '等级依据'),
    choices: {
      score: text('score', '得分'),
      profit_cap: text('loss-making: at most B', '亏损封顶 B'),
      no_orders: text('no orders yet', '尚无订单'),
      override: text('set by hand', '人工指定'),
    },
  },
  /** What the figures say, also where somebody has set another. */
  tier_computed: { kind: 'choice', computed: true, label: text('Tier by figures', '计算等级'), choices: TIERS },
  /** Since when the tier is what it is. */
  tier_at: { kind: 'instant', computed: true, label: text('Tier since', '等级变更时间') },
  /** `TierExplained` of `shared/customer/tier-explained.ts`. */
  tier_explain: { kind: 'data', max: 4000, computed: true, label: text('Why this tier', '等级说明') },
  tier_override: { kind: 'choice', computed: true, label: text('Tier set by hand', '人工等级'), choices: TIERS },
  tier_override_reason: { kind: 'text', max: 300, computed: true, label: text('Why it is set', '指定原因') },
  /** It counts through this day. */
  tier_override_until: { kind: 'date', computed: true, label: text('Set until', '指定截止') },
  tier_override_by: { kind: 'reference', to: 'user', computed: true, label: text('Set by', '指定人') },
  churn_status: {
    kind: 'choice',
    computed: true,
    label: text('Buying again', '复购状态'),
    choices: {
      prospect: text('has not ordered yet', '尚未下单'),
      active: text('in rhythm', '正常'),
      due: text('due', '应复购'),
      at_risk: text('at risk', '有流失风险'),
      lost: text('lost', '已流失'),
      engaged: text('being talked to', '跟进中'),
    },
  },
  next_expected_order: { kind: 'date', computed: true, label: text('Next order expected', '预计下次下单') },
  /** Days from one order to the next, and by how many they vary. */
  order_interval: { kind: 'decimal', computed: true, label: text('Days between orders', '下单间隔（天）') },
  order_spread: { kind: 'decimal', computed: true, label: text('Spread of these days', '间隔波动（天）') },
  first_order_on: { kind: 'date', computed: true, label: text('First order', '首单日期') },
  last_order_on: { kind: 'date', computed: true, label: text('Last order', '最近下单') },
  lifetime_amount: {
    kind: 'money',
    currency: 'base',
    access: 'sales',
    computed: true,
    label: text('Shipped in all', '累计出货额'),
  },
  orders_12m: { kind: 'integer', computed: true, label: text('Orders in 365 days', '近365天订单数') },
  profit_12m: {
    kind: 'money',
    currency: 'base',
    access: 'profit',
    computed: true,
    label: text('Gross profit in 365 days', '近365天毛利'),
  },
} as const satisfies Fields
