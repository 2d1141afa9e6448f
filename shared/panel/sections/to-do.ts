import { type Home, TASKS_MAX, type ToDo } from '#shared/customer/home.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { Tone, Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** What colleagues and rules ask of the reader: the word that something is approved, a call that is planned, a mail to check. */
export const toDo: SectionBuilder<Home> = {
  key: 'to_do',
  build({ tasks }, view) {
    if (tasks.length === 0) return null
    const isFull = tasks.length === TASKS_MAX
    return {
      title: (isFull ? text('To do, what comes first', '待办（最紧急的）') : text('To do', '待办'))[view.language],
      summary: tasks.map((task) => item(task, view)),
    }
  },
}

function item({ title, due_at, deal_id }: ToDo, { timezone, today, language, now }: View): Widget {
  const tone: Tone | undefined = due_at !== null && due_at < now ? 'warning' : undefined
  return {
    kind: 'item',
    title,
    lines: due_at === null ? [] : [dateWithDistance(dateIn(due_at, timezone), today, language)],
    ...(deal_id === null ? {} : { open: { type: 'deal', id: deal_id } }),
    ...(tone ? { tone } : {}),
  }
}
