import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Way, waysOf } from '#shared/workflow/engine/ways.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import { dealFacts, partFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import type { EffectView } from './effects/effect.ts'
import { wayState } from './way-state.ts'

/** Something that can be done with a deal or one of its records. */
export interface Step {
  readonly type: 'deal' | WayType
  readonly record: AnyRecord
  readonly way: Way
}

type StepView = Pick<EffectView, 'access' | 'fields' | 'currency' | 'today' | 'language' | 'now' | 'timezone'>

/** What can be done with a deal, and with everything of it: its own first, then what is newest of each type. */
export function stepsOf(seen: DealFile, view: StepView): readonly Step[] {
  const file = seen.whole ?? seen
  const known = WORKED.get(file)
  if (known?.view.now === view.now && known.view.language === view.language && known.view.access === view.access)
    return known.steps
  const steps = [
    ...stepsOfDeal(file, view),
    ...WAY_TYPES.flatMap((type) =>
      (file.parts[type] as readonly AnyRecord[]).flatMap((record) => stepsOn(file, type, record, view)),
    ),
  ]
  WORKED.set(file, { view, steps })
  return steps
}

/** Every action and the section ask for the steps of the same file. */
const WORKED = new WeakMap<DealFile, { readonly view: StepView; readonly steps: readonly Step[] }>()

function stepsOfDeal(file: DealFile, view: StepView): Step[] {
  const ways = file.road ? waysOf(file.road, dealState(file.deal), dealFacts(file, view), view) : []
  return ways.map((way) => ({ type: 'deal', record: file.deal, way }))
}

/** What can be done with one record of a deal. */
export function stepsOn(file: DealFile, type: WayType, record: AnyRecord, view: StepView): Step[] {
  const ways = waysOf(file.way(type), wayState(record), partFacts(file, type, record, view), view)
  return ways.map((way) => ({ type, record, way }))
}

/** The step of that name, whether it can be taken or not. */
export function stepNamed(
  file: DealFile,
  type: 'deal' | WayType,
  record: AnyRecord,
  key: string,
  view: StepView,
): Step | undefined {
  const steps = type === 'deal' ? stepsOfDeal(file, view) : stepsOn(file, type, record, view)
  return steps.find(({ way }) => way.key === key)
}
