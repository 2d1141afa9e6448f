import { type Text, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { DealFile } from './deal-file.ts'
import { changed, type EffectView } from './effects/effect.ts'
import { notReturned, returnedToPool } from './returned-to-pool.ts'

/** What a level of a clock asks to have done besides telling people, and on which occasion. */
export interface Asked {
  /** By name, as the definition has it. */
  readonly what: string
  /** The same for the same level of the same occurrence of a clock. */
  readonly key: string
  readonly label: Text | null
  /** Somebody who has the post that it is for, where one is named. */
  readonly assigneeId: string | null
}

/** The changes that carry it out; none for what is done already, or cannot be. */
export function acted(asked: Asked, file: DealFile, view: EffectView): readonly Change[] {
  switch (asked.what) {
    case 'return_to_pool':
      return returned(asked, file, view)
    case 'credit_hold':
      return heldForCredit(file, asked, view)
    case 'task_finance':
      return taskFor(asked.assigneeId ?? file.deal.owner_id, 'collect', asked, file, view)
    case 'mail_customer':
    case 'mail_customer_2':
      return taskFor(file.deal.owner_id, 'mail', asked, file, view)
    default:
      // Whatever else a firm asks for by name a person does: it must not be lost.
      return taskFor(asked.assigneeId ?? file.deal.owner_id, 'todo', asked, file, view)
  }
}

/** On what may not be given away by itself somebody else than its owner decides: whom the level tells, who is there today. */
function returned(asked: Asked, file: DealFile, view: EffectView): readonly Change[] {
  const back = returnedToPool(file, view)
  if ('changes' in back) return back.changes
  const owner = file.deal.owner_id
  const manager =
    [asked.assigneeId, ...file.above, file.fallbackId].find((one) => one !== null && one !== owner) ?? owner
  return taskFor(manager, 'todo', { ...asked, label: notReturned(back.held) }, file, view)
}

/** Nothing more is made or sent for a buyer who does not pay. */
function heldForCredit({ parts }: DealFile, { label }: Asked, { language }: EffectView): Change[] {
  const reason = label?.[language].slice(0, 300) ?? null
  return parts.order
    .filter(({ status }) => status === 'confirmed')
    .map((one) => changed('order', one, { status: 'on_hold', hold_kind: 'credit', hold_reason: reason }))
}

const TO_DO = text('To do', '待办')
const DAY_MS = 86_400_000

function taskFor(
  person: string | null,
  kind: string,
  { key, label }: Asked,
  { deal, parts }: DealFile,
  { language, newId, now }: EffectView,
): Change[] {
  const occasion = key.slice(-200)
  if (person === null || parts.task.some(({ dedupe_key }) => dedupe_key === occasion)) return []
  return [
    {
      kind: 'create',
      type: 'task',
      id: newId(),
      values: {
        deal_id: deal.id,
        title: (label ?? TO_DO)[language].slice(0, 200),
        kind,
        subject_type: 'deal',
        subject_id: deal.id,
        assignee_id: person,
        due_at: now + DAY_MS,
        dedupe_key: occasion,
      },
    },
  ]
}
