import { countryName } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { HandoverPlan } from '#shared/staff/handover.ts'
import { element, isolated } from './element.ts'
import type { Group, Progress, StaffAnswer } from './staff-api.ts'
import { chooser, doer } from './staff-form.ts'
import type { StaffWords } from './staff-words.ts'

/** Whose handover it is, by type and state: `Customers · active: 46`. */
export function leftBehind({ counts }: StaffAnswer, say: StaffWords): HTMLElement {
  if (counts.length === 0) return element('p', 'note', say('nothing'))
  const rows = counts.map(({ label, stateLabel, count }) => {
    const named = [label, stateLabel].filter(Boolean).join(' · ')
    return element('li', 'count', `${named}: `, element('strong', '', String(count)))
  })
  const list = element('ul', 'counts', ...rows)
  list.setAttribute('role', 'list')
  return list
}

/** Who takes what: a choice for each group of customers and one for all the rest, with what comes of it. */
export function planForm(
  answer: StaffAnswer,
  say: StaffWords,
  language: Language,
  hand: (plan: HandoverPlan) => Promise<void>,
): HTMLElement {
  const people = answer.successors.map(({ id, alias }) => [id, alias] as const)
  const rest = chooser('rest', say('rest'), [['', say('pool')], ...people])
  const groups = answer.groups.slice(0, GROUPS_MAX).map((group, index) => ({
    group,
    ...chooser(`group-${index}`, `${groupName(group, say, language)} (${group.count})`, [
      ['', say('asRest')],
      ...people,
    ]),
  }))
  const preview = element('ul', 'counts')
  preview.setAttribute('role', 'status')
  const plan = (): HandoverPlan => ({
    groups: groups.flatMap(({ group, select }) => (select.value ? [{ ...keysOf(group), to: select.value }] : [])),
    rest: rest.select.value || null,
  })
  const show = () => {
    const counted = new Map<string, number>()
    for (const [index, group] of answer.groups.entries()) {
      const to = groups[index]?.select.value || rest.select.value
      counted.set(to, (counted.get(to) ?? 0) + group.count)
    }
    const nameOf = (id: string) => answer.successors.find((one) => one.id === id)?.alias ?? say('poolShort')
    preview.replaceChildren(
      ...[...counted].map(([id, count]) =>
        element('li', 'count', isolated(say('preview', { name: nameOf(id), count }))),
      ),
    )
  }
  const form = element(
    'form',
    'staff-plan',
    rest.field,
    ...(groups.length > 0 ? [element('h3', '', say('groups')), ...groups.map(({ field }) => field)] : []),
    preview,
    doer('primary', say('hand'), () => hand(plan())),
  )
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', show)
  show()
  return form
}

/** More are given away together with the rest. */
const GROUPS_MAX = 40

/** A group that has none of something is no rule of its own for it. */
const keysOf = ({ country, tier, team_id }: Group) => ({
  ...(country ? { country } : {}),
  ...(tier ? { tier } : {}),
  ...(team_id ? { team_id } : {}),
})

const groupName = ({ country, tier, team }: Group, say: StaffWords, language: Language): string =>
  [country ? countryName(country, language) : '–', tier ?? say('noTier'), team ?? say('noTeam')].join(' · ')

/** How far a handover is, in a sentence and, while it goes on, a bar. */
export function progressOf({ state, counts }: Progress, say: StaffWords): HTMLElement {
  const { waiting = 0, moved = 0, kept = 0, undo = 0, undone = 0 } = counts
  const all = waiting + moved + kept
  const sentence =
    state === 'running'
      ? say('running', { done: moved + kept, all })
      : state === 'undoing'
        ? say('undoing', { left: undo })
        : state === 'done'
          ? say('done', { moved, kept })
          : say('undone', { undone, kept })
  const note = element('p', 'note', sentence)
  note.setAttribute('role', 'status')
  if (state !== 'running') return note
  const bar = element('progress', '') as HTMLProgressElement
  bar.max = Math.max(1, all)
  bar.value = moved + kept
  bar.setAttribute('aria-label', sentence)
  return element('div', '', note, bar)
}
