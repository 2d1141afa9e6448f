import { dateTime, span } from '#shared/i18n/dates.ts'
import type { Language, Text } from '#shared/i18n/language.ts'
import { ruleOf } from '#shared/sla/clock.ts'
import { FIRM_TIMEZONE } from '../demo/firm.ts'
import { element } from '../page/element.ts'
import type { Surroundings } from '../page/view.ts'
import { CLOCK_WORDS as WORDS } from './words.ts'

/** What will be due next, as `GET /local/timers` tells it. */
export interface DueNext {
  readonly id: string
  readonly number: string
  readonly rule: string
  /** The level that is reached then. */
  readonly level: number
  /** ms UTC. */
  readonly dueAt: number
  /** What is reached with it, of a deal's clock: a `Text` as JSON. */
  readonly label: string | null
}

/** Which record reaches what, when, and in how long. */
export function dueTable(
  list: readonly DueNext[],
  { words }: Surroundings,
  { now, language }: { readonly now: number; readonly language: Language },
): HTMLElement {
  if (list.length === 0) return element('p', {}, words(WORDS.nothing))
  const columns = [WORDS.record, WORDS.what, WORDS.when, WORDS.left]
  const left = (dueAt: number) =>
    dueAt <= now ? words(WORDS.overdue) : span(Math.ceil((dueAt - now) / 60_000), language)
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, words(name))))),
    element(
      'tbody',
      {},
      ...list.map(({ number, rule, level, dueAt, label: planned }) => {
        const label = planned ? (JSON.parse(planned) as Text) : ruleOf(rule)?.levels[level]?.label
        return element(
          'tr',
          { className: dueAt <= now ? 'overdue' : '' },
          element('th', { scope: 'row' }, number),
          element('td', {}, label ? words(label) : rule),
          element('td', {}, dateTime(dueAt, FIRM_TIMEZONE)),
          element('td', {}, left(dueAt)),
        )
      }),
    ),
  )
}
