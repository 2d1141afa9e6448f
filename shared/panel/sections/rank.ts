import type { Dimension } from '#shared/customer/standard-tiers.ts'
import { type NextStep, type NextTier, readExplained, type TierExplained } from '#shared/customer/tier-explained.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { formatMoney, formatScaled } from '#shared/money/amount.ts'
import { daysBetween } from '#shared/time/civil-date.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import type { Customer } from '#shared/trade/index.ts'
import type { Tone, Widget } from '../panel.ts'
import type { View } from '../section-builder.ts'

/** Why a customer has the tier they have, what somebody has set instead, where it is going, and when they should buy again. */
export function rankWidgets(customer: Customer, view: View): Widget[] {
  const explained = readExplained(customer.tier_explain)
  return [
    ...(explained ? [why(customer, explained, view), ...trend(customer, explained, view)] : []),
    ...setByHand(customer, view),
    ...repurchase(customer, view),
  ]
}

/** When they should have bought by now: seen at a glance. */
export const repurchaseAtRisk = (customer: Customer, view: View): Widget[] =>
  customer.churn_status === 'at_risk' || customer.churn_status === 'lost' ? repurchase(customer, view) : []

/** `M 70×30 % = 21.0 · F 60×20 % = 12.0 → 62.5 = B` with the figures under it, as far as the reader sees them (domain 3.1). */
function why(customer: Customer, { points, weights, next }: TierExplained, view: View): Widget {
  const terms = DIMENSIONS.map(
    (key) => `${key} ${points[key]}×${weights[key]} % = ${formatScaled((points[key] * weights[key]) / 10, 1)}`,
  )
  return {
    kind: 'item',
    title: `${terms.join(' · ')} → ${formatScaled(customer.tier_score ?? 0, 1)} = ${customer.tier_computed ?? '–'}`,
    lines: [
      [money('M', customer.lifetime_amount, view), orders(customer, view)].filter(Boolean).join(' · '),
      [money('P', customer.profit_12m, view), since(customer, view)].filter(Boolean).join(' · '),
      ...(next ? [toNext(next, view)] : []),
    ].filter(Boolean),
  }
}

const DIMENSIONS: readonly Dimension[] = ['M', 'F', 'P', 'R', 'Y']

/** Nothing where the reader does not see the amount: what it earns in points says a band of it and no more. */
function money(of: 'M' | 'P', amount: number | null | undefined, view: View): string {
  if (amount === null || amount === undefined) return ''
  return say(MONEY[of], view.language, { amount: formatMoney(amount, view.currency) })
}

const MONEY = {
  M: text('M: {amount} shipped in all', 'M：累计出货 {amount}'),
  P: text('P: {amount} gross profit in 365 days', 'P：近365天毛利 {amount}'),
}

function orders({ orders_12m }: Customer, { language }: View): string {
  return orders_12m === null
    ? ''
    : say(text('F: {orders} orders in 365 days', 'F：近365天 {orders} 单'), language, { orders: orders_12m })
}

function since({ first_order_on: first, last_order_on: last }: Customer, { language, today }: View): string {
  if (!first || !last) return ''
  return say(
    text(
      'R: last order {last}, {days} days ago · Y: since {first}',
      'R：最近下单 {last}，{days} 天前 · Y：首单 {first}',
    ),
    language,
    { first, last, days: daysBetween(last, today) },
  )
}

/** `To A: +12.5, e.g. 4 orders in 365 days (F 75) → 65.5` and so on. */
function toNext({ tier, missing, steps }: NextTier, view: View): string {
  const way = steps.map((step) => `${stepTold(step, view)} → ${formatScaled(step.score, 1)}`)
  const said = say(text('To {tier}: +{missing}', '升至 {tier}：还差 {missing}'), view.language, {
    tier,
    missing: formatScaled(missing, 1),
  })
  if (way.length === 0) return said
  const join = text('; ', '；')[view.language]
  return say(text('{said}, e.g. {way}', '{said}，例如 {way}'), view.language, { said, way: way.join(join) })
}

function stepTold({ of, to, points }: NextStep, { language, currency }: View): string {
  const reached = of === 'M' || of === 'P' ? formatMoney(to, currency) : String(to)
  return say(STEPS[of], language, { to: reached, points })
}

const STEPS = {
  F: text('{to} orders in 365 days (F {points})', '近365天达 {to} 单（F {points}）'),
  P: text('gross profit of {to} (P {points})', '毛利达 {to}（P {points}）'),
  R: text('an order within {to} days (R {points})', '{to} 天内有订单（R {points}）'),
  M: text('{to} shipped in all (M {points})', '累计出货达 {to}（M {points}）'),
}

/** Where it is going: the last tier and when it changed, else the score before. */
function trend({ tier, tier_at, tier_score }: Customer, { was }: TierExplained, view: View): Widget[] {
  const label = text('Trend', '趋势')[view.language]
  if (was.tier && tier && was.tier !== tier && tier_at !== null) {
    const [up, date] = [tier < was.tier, dateTime(tier_at, view.timezone).slice(0, 10)]
    return [
      {
        kind: 'fact',
        label,
        value: `${was.tier} → ${tier}`,
        detail: `${arrow(up, view.language)} · ${date}`,
        tone: tone(up),
      },
    ]
  }
  if (was.score === null || tier_score === null || was.score === tier_score) return []
  const up = tier_score > was.score
  const value = `${formatScaled(was.score, 1)} → ${formatScaled(tier_score, 1)}`
  return [{ kind: 'fact', label, value, detail: arrow(up, view.language), tone: tone(up) }]
}

const arrow = (up: boolean, language: Language): string => (up ? text('up', '上升') : text('down', '下降'))[language]
const tone = (up: boolean): Tone => (up ? 'good' : 'warning')

function setByHand(
  { tier_override: tier, tier_override_until: until, tier_override_reason: reason }: Customer,
  view: View,
): Widget[] {
  if (!tier || !until) return []
  const value = say(text('{tier} until {until}', '{tier}，至 {until}'), view.language, { tier, until })
  return [
    {
      kind: 'fact',
      label: text('Set by hand', '人工指定')[view.language],
      value,
      ...(reason ? { detail: reason } : {}),
    },
  ]
}

/** `2026-06-04`: 86 days since the last order, usually every 60 days: at risk. */
function repurchase(
  { churn_status: status, next_expected_order: expected, last_order_on: last, order_interval }: Customer,
  view: View,
): Widget[] {
  if (!status || !expected || !last) return []
  const words = say(CHURN[status], view.language)
  const detail = say(
    text(
      '{days} days since the last order, usually every {every}: {words}',
      '距上次下单 {days} 天，通常每 {every} 天一单：{words}',
    ),
    view.language,
    { days: daysBetween(last, view.today), every: Math.round((order_interval ?? 0) / 1000), words },
  )
  const told = TONES[status]
  return [
    {
      kind: 'fact',
      label: text('Next order expected', '预计下次下单')[view.language],
      value: expected,
      detail,
      ...(told ? { tone: told } : {}),
    },
  ]
}

const CHURN = customerType.fields.churn_status.choices
const TONES: Readonly<Partial<Record<keyof typeof CHURN, Tone>>> = { due: 'info', at_risk: 'warning', lost: 'danger' }
