import type { Verb } from '#shared/access/grant.ts'
import { actorOf } from '#shared/deal/actor.ts'
import { loneFile, ofNoDeal } from '#shared/deal/lone-file.ts'
import { standingIn } from '#shared/deal/standing-in.ts'
import { stepFields, stepValues } from '#shared/deal/step-form.ts'
import { type Step, stepNamed, stepsOf } from '#shared/deal/steps.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import type { Form } from '#shared/panel/panel.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { isFor } from '#shared/workflow/engine/take.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { advanceName } from './advance-name.ts'
import { effectView } from './effect-view.ts'
import { stepName } from './step-name.ts'

/** What moves a deal, or a record of one, on: `advance-quotation:send`. Which steps there are is the definition's to say. */
function advance(type: 'deal' | WayType): Action {
  const name = advanceName(type)
  return {
    name,
    on: type,
    steps: true,
    needs: { type, verb: 'execute' },
    stepVerb: (step) => verbOf(type, step),
    section: 'road',

    offers({ deal: file }, view) {
      if (!file) return []
      const me = { id: view.viewer.id, roles: view.access.roles }
      const standing = ({ type, record }: Step) =>
        type === 'deal' ? (file.deal.standing ?? 0) : standingIn(file, type, record, view.viewer)
      // What goes on by itself does so with the next write: whoever finds it still there may press instead of waiting.
      return stepsOf(file, view)
        .filter((step) => step.type === type && step.way.held.length === 0)
        .filter((step) => isFor(step.way.who, actorOf(me, step.record, standing(step))))
        .map((step) => {
          const { record, way } = step
          const form: Form = formOf({
            action: stepName(name, way.key),
            target: { type, id: record.id, version: record.version },
            label: way.label[view.language],
            ...(way.confirm ? { hint: way.confirm[view.language] } : {}),
            fields: stepFields(step, view),
            values: stepValues(step, file.whole ?? file, view),
            language: view.language,
            folded: true,
          })
          const verb = verbOf(type, way.key)
          return { form, on: standing(step), ...(verb ? { verb } : {}) }
        })
    },

    fields({ target, situation: { deal: file }, step, view }) {
      const record = target as AnyRecord
      const whole = file ?? loneFile(type, record, view)
      const found = step ? stepNamed(whole, type, record, step, view) : undefined
      return found ? stepFields(found, view) : {}
    },

    decide({ target, situation: { deal: file }, step, input, view, newId }) {
      const record = target as AnyRecord
      const by = actorOf({ id: view.viewer.id, roles: view.access.roles }, record, record.standing ?? 0)
      const acting = effectView(view, newId)
      const taken = takeStep({
        file: file ?? loneFile(type, record, acting),
        type,
        record,
        way: step ?? '',
        input,
        by,
        view: acting,
      })
      if ('problems' in taken) return { kind: 'rejected', problems: taken.problems }
      return { kind: 'saved', changes: file ? taken.changes : ofNoDeal(taken.changes) }
    },
  }
}

/** Whoever says whose money it is claims it, as a firm's posts have it; a way from several states says from which. */
const verbOf = (type: 'deal' | WayType, step: string): Verb | undefined =>
  type === 'receipt' && /^claim(-|$)/.test(step) ? 'claim' : undefined

/** One action for each type that has a way of its own, and one for deals. */
export const ADVANCES: readonly Action[] = [advance('deal'), ...WAY_TYPES.map(advance)]
