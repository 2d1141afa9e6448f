import type { Moment } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import type { Workflow } from '../definition/workflow.ts'
import type { WorkflowEvent } from './event.ts'
import { type FlowCode, flowProblem } from './flow-problem.ts'
import type { Outcome } from './outcome.ts'
import { settle } from './settle.ts'
import type { WorkflowState } from './state.ts'
import { take } from './take.ts'
import { Walk } from './walk.ts'

/**
 * What an event makes of a run: where it stands then, and what else is to be done. Pure: the arguments stay as they are,
 * and the same ones give the same answer. `state` is null for a run that has not begun.
 */
export function step(
  workflow: Workflow,
  state: WorkflowState | null,
  event: WorkflowEvent,
  facts: Facts,
  at: Moment,
): Outcome {
  if (event.kind === 'start') {
    if (state) return refused('started')
    const tokens = [{ node: workflow.start, since: at.now }]
    return settled(new Walk(workflow, { tokens, passed: [], finished: null, data: {} }, facts, at), null)
  }
  if (!state) return refused('not_started')
  if (state.finished) return event.kind === 'settle' ? { kind: 'unchanged' } : refused('finished')
  const walk = new Walk(workflow, state, facts, at)
  if (event.kind === 'settle') return settled(walk, state, event.by)
  const problems = take(walk, event)
  return problems.length > 0 ? { kind: 'refused', problems } : settled(walk, null)
}

/** `before` is what it is compared with; null for a step that has changed something already. */
function settled(walk: Walk, before: WorkflowState | null, by?: string | null): Outcome {
  if (!settle(walk, by)) return refused('endless')
  const { state, effects } = walk
  if (before && isSame(before, state)) return { kind: 'unchanged' }
  return { kind: 'moved', state, effects }
}

const isSame = (a: WorkflowState, b: WorkflowState): boolean =>
  a.passed === b.passed && a.data === b.data && JSON.stringify(a.tokens) === JSON.stringify(b.tokens)

const refused = (code: FlowCode): Outcome => ({ kind: 'refused', problems: [flowProblem(code)] })
