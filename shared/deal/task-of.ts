import type { AnyRecord } from '#shared/record/record-type.ts'
import { instantOf } from '#shared/time/zone.ts'
import { task as taskType } from '#shared/trade/task.ts'
import type { Effect } from '#shared/workflow/engine/outcome.ts'
import type { DealFile } from './deal-file.ts'
import { type Effected, type EffectView, effected } from './effects/effect.ts'

/**
 * A task that a step makes. It is for whoever the definition names among those that the deal knows, else for its owner: a role
 * is many people, and a task is one person's.
 */
export function taskOf(
  { title, task, assignee, due }: Extract<Effect, { kind: 'task' }>,
  { deal }: DealFile,
  record: AnyRecord,
  type: string,
  { language, newId, timezone }: EffectView,
): Effected {
  const kinds: readonly string[] = Object.keys(taskType.fields.kind.choices)
  const person = assignee === 'merchandiser' ? (deal.merchandiser_id ?? deal.owner_id) : deal.owner_id
  if (!person) return effected()
  return effected({
    kind: 'create',
    type: 'task',
    id: newId(),
    values: {
      deal_id: deal.id,
      title: title[language].slice(0, 200),
      kind: task && kinds.includes(task) ? task : 'todo',
      subject_type: type,
      subject_id: record.id,
      assignee_id: person,
      due_at: typeof due === 'string' ? instantOf(due, '18:00', timezone) : typeof due === 'number' ? due : null,
    },
  })
}
