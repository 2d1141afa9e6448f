import type { Problem } from '#shared/api.ts'
import type { FactRow } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import type { Values } from '#shared/record/change.ts'
import { bareKey } from '#shared/record/custom.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Actor } from '#shared/workflow/engine/event.ts'
import type { FlowProblem } from '#shared/workflow/engine/flow-problem.ts'
import { step } from '#shared/workflow/engine/step.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import { dealFacts, partFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { dealValues } from './deal-values.ts'
import { done } from './done.ts'
import { changed, type Effected, type EffectView } from './effects/effect.ts'
import { factRow } from './fact-of.ts'
import { fieldKey } from './field-key.ts'
import { statusIn, wayState } from './way-state.ts'

/** Somebody takes a step of a deal, or of one of its records. */
export interface Taking {
  readonly file: DealFile
  readonly type: 'deal' | WayType
  readonly record: AnyRecord
  /** The key of the way, as the definition has it. */
  readonly way: string
  /** What was filled in, by field, as it is to be stored. */
  readonly input: Values
  readonly by: Actor
  readonly view: EffectView
}

/** What is written when a step is taken, with everything that it has done; or why it is not taken. */
export function takeStep(taking: Taking): Effected {
  const { file, type, record, way, input, by, view } = taking
  const workflow = type === 'deal' ? file.road : file.way(type)
  if (!workflow) return { problems: [UNREADABLE(view)] }
  const state = type === 'deal' ? dealState(file.deal) : wayState(record)
  const facts = type === 'deal' ? dealFacts(file, view) : partFacts(file, type, record, view)
  const outcome = step(workflow, state, { kind: 'take', way, by, input, facts: inputFacts(taking) }, facts, view)
  if (outcome.kind === 'refused') return { problems: outcome.problems.map((one) => said(one, view)) }
  if (outcome.kind === 'unchanged') return { changes: [] }
  const filled = Object.fromEntries(
    outcome.effects.flatMap((effect) =>
      effect.kind === 'input' ? [[fieldKey(view.fields[type], effect.field), effect.value]] : [],
    ),
  )
  const moved =
    type === 'deal'
      ? dealValues(outcome.state, filled.lost_reason ?? file.deal.lost_reason)
      : { status: statusIn(outcome.state) }
  const own = changed(type, record, { ...filled, ...moved })
  return done(outcome.effects, { file, type, recordId: record.id, changes: [own], view })
}

/** What was filled in of the record's own fields, as expressions know them. */
function inputFacts({ type, record, input, view }: Taking): FactRow {
  const asked = Object.entries(view.fields[type]).filter(([key]) => Object.hasOwn(input, key) && bareKey(key) === null)
  return factRow(Object.fromEntries(asked), { ...record, ...input }, view.currency)
}

const said = ({ field, code, message }: FlowProblem, { language }: EffectView): Problem => ({
  field: field ?? 'step',
  code,
  message: message[language],
})

const UNREADABLE = ({ language }: EffectView): Problem => ({
  field: 'workflow',
  code: 'unreadable',
  message: text(
    'The process of this deal names what is there no more: an administrator has to move the deal to another version.',
    '该生意的流程引用了已不存在的内容，请管理员迁移到其他版本。',
  )[language],
})
