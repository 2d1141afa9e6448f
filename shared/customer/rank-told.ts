import { type Language, say, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'
import type { Rank } from './rank.ts'

interface Telling {
  /** ms UTC. */
  readonly now: number
  /** Who did it; null for what follows by itself. */
  readonly by: string | null
  /** A new record id (ULID) at each call. */
  readonly newId: () => string
}

/**
 * The item of the timeline that says that a tier is another; its snippet is said in the reader's language when it is shown
 * (`shared/panel/sections/step-words.ts`). The first tier of a customer is no news.
 */
export function tierTold(before: Customer, values: Partial<Rank>, telling: Telling): Change[] {
  const { tier, tier_basis, tier_score, tier_override_reason } = { ...before, ...values }
  if (before.tier === null || tier === null || tier === before.tier) return []
  const reason = tier_basis === 'override' ? (tier_override_reason ?? '') : ''
  return [item(before, `tier:${before.tier}>${tier}:${tier_score ?? ''}:${tier_basis}:${reason}`, telling)]
}

/**
 * That they buy no more as they used to: an item of the timeline, and a task for whose customer it is, of an A customer also for
 * who is above them (domain 2.4, R10). What is found when it is looked at first is no news.
 */
export function churnTold(
  before: Customer,
  values: Partial<Rank>,
  view: Telling & { readonly today: CivilDate; readonly language: Language; readonly managerId: string | null },
): Change[] {
  const { churn_status: status, next_expected_order: expected, last_order_on: last, tier } = { ...before, ...values }
  if (before.churn_status === null || status === before.churn_status) return []
  if ((status !== 'at_risk' && status !== 'lost') || !expected || !last) return []
  const days = daysBetween(last, view.today)
  const people = [before.owner_id, ...(tier === 'A' ? [view.managerId] : [])].filter((id) => id !== null)
  const title = say(TITLES[status], view.language, { name: named(before), expected, days })
  return [
    item(before, `churn:${status}:${expected}:${days}`, view),
    ...[...new Set(people)].map(
      (assignee_id): Change => ({
        kind: 'create',
        type: 'task',
        id: view.newId(),
        values: {
          title: title.slice(0, TITLE_MAX),
          kind: 'call',
          subject_type: 'customer',
          subject_id: before.id,
          assignee_id,
          priority: 2,
          // One for each time that it happens: what writes it writes this version of the customer.
          dedupe_key: `churn.${before.id}.${before.version + 1}.${assignee_id}`,
        },
      }),
    ),
  ]
}

const TITLE_MAX = 200
const TITLES = {
  at_risk: text(
    'Call {name}: an order was expected on {expected}, {days} days since the last one',
    '联系 {name}：预计 {expected} 下单，距上次下单已 {days} 天',
  ),
  lost: text(
    '{name} seems lost: an order was expected on {expected}, {days} days since the last one',
    '{name} 可能已流失：预计 {expected} 下单，距上次下单已 {days} 天',
  ),
}

const named = ({ short_name, name }: Customer): string => short_name || name

const item = (customer: Customer, snippet: string, { now, by, newId }: Telling): Change => ({
  kind: 'create',
  type: 'interaction',
  id: newId(),
  values: {
    kind: 'system',
    direction: 'internal',
    occurred_at: now,
    customer_id: customer.id,
    filed_by: by,
    subject: named(customer),
    snippet,
  },
})
