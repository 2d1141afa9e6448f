import type { Change, Values } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Effect as Asked } from '#shared/workflow/engine/outcome.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import { askedApproval } from './asked-approval.ts'
import type { DealFile } from './deal-file.ts'
import type { EffectName } from './effect-names.ts'
import { changed, type Effected, type EffectView } from './effects/effect.ts'
import { EFFECTS } from './effects/index.ts'
import { fieldKey } from './field-key.ts'
import { againstStored, storedRecord } from './stored-record.ts'
import { storedValue } from './stored-value.ts'
import { taskOf } from './task-of.ts'
import { withChanges } from './with-changes.ts'

interface Doing {
  /** The deal before anything of this. */
  readonly file: DealFile
  readonly type: 'deal' | WayType
  readonly recordId: string
  /** What is written already in this step. */
  readonly changes: readonly Change[]
  readonly view: EffectView
}

/** Does what a step asks to have done, one after the other: each sees what those before it have done. */
export function done(effects: readonly Asked[], doing: Doing): Effected {
  const changes: Change[] = [...doing.changes]
  for (const effect of effects) {
    const effected = one(effect, { ...doing, changes })
    if ('problems' in effected) return effected
    changes.push(...effected.changes)
  }
  return { changes }
}

function one(effect: Asked, { file: before, type, recordId, changes, view }: Doing): Effected {
  const file = withChanges(before, changes)
  const record = recordIn(file, type, recordId)
  const set = (values: Values): Effected => ({
    changes: [changed(type, storedRecord(before, type, recordId) ?? record, values)],
  })
  switch (effect.kind) {
    // What was filled in has been written with the step itself.
    case 'input':
      return { changes: [] }
    case 'set': {
      const key = fieldKey(view.fields[type], effect.field)
      const value = storedValue(view.fields[type][key], effect.value, { record, currency: view.currency })
      return set({ [key]: value })
    }
    case 'task':
      return taskOf(effect, file, record, type, view)
    case 'notify':
      return { changes: [] }
    case 'request_approval':
      return askedApproval(effect.policy, { file, type, record, view })
    case 'named': {
      const act = EFFECTS[effect.name as EffectName]
      const context = { file, type, record, with: effect.with, view }
      return onStored(act(context), before)
    }
  }
}

const recordIn = (file: DealFile, type: 'deal' | WayType, id: string): AnyRecord =>
  (type === 'deal' ? file.deal : (file.parts[type] as readonly AnyRecord[]).find((one) => one.id === id)) as AnyRecord

/** A record that an effect changes is written as it is stored, whatever else of this step has changed it before. */
const onStored = (effected: Effected, before: DealFile): Effected =>
  'problems' in effected ? effected : { changes: againstStored(effected.changes, before) }
