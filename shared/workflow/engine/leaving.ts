import { type FormItem, keyOf } from '../definition/form-item.ts'
import { asText } from '../definition/sentence.ts'
import type { WorkflowNode, WorkflowWay } from '../definition/workflow.ts'
import { approvalHeld } from './approval-held.ts'
import { type FlowProblem, flowProblem } from './flow-problem.ts'
import { failing, type Ground } from './ground.ts'
import type { Token } from './state.ts'

type Data = Readonly<Record<string, unknown>>

/** What keeps the flow at a node: criteria, fields, documents, an approval, what its form must have. */
export function leavingProblems(node: WorkflowNode, token: Token, data: Data, ground: Ground): FlowProblem[] {
  return [
    ...failing(node.exit, ground).map((message) => ({ code: 'held', message })),
    ...approvalHeld(node, token.since, ground),
    ...(node.spec.form ?? []).flatMap((item) => {
      const own = ownItem(item, ground)
      return own?.required && isBlank(data[own.key])
        ? [flowProblem('missing', { name: asText(own.label) }, own.key)]
        : []
    }),
  ]
}

/** Whether a person has to say that it goes on here: nothing else could tell, or there is something to fill in. */
export function needsPerson({ spec }: WorkflowNode, way: WorkflowWay, data: Data, ground: Ground): boolean {
  if (asksPerson(way)) return true
  const asked = spec.form ?? []
  const value = (item: FormItem) => (ownItem(item, ground) ? data : ground.facts.fields)[keyOf(item)]
  if (asked.some((item) => isBlank(value(item)))) return true
  const told = [spec.exit_criteria, spec.required_fields, spec.required_documents].some(
    (list) => (list ?? []).length > 0,
  )
  return !told && spec.type !== 'approval' && !asked.some((item) => typeof item !== 'string' && item.required)
}

/** Whether a way is gone by nobody but a person, whatever holds. */
export function asksPerson({ spec: { who, form, requires, confirm } }: WorkflowWay): boolean {
  const asks = [form, requires].some((list) => (list ?? []).length > 0) || confirm !== undefined
  return asks || (who !== undefined && !who.includes('system'))
}

const ownItem = (item: FormItem, { workflow }: Ground) => workflow.items.get(keyOf(item))

export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
