import type { Deal } from '#shared/trade/index.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { isMarking } from '#shared/workflow/engine/marking.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'

const NOWHERE: WorkflowState = { tokens: [], passed: [], finished: null, data: {} }

/** Where a deal stands on its road; nowhere for one that has not begun. */
export function dealState({ state }: Pick<Deal, 'state'>): WorkflowState {
  return isState(state) ? { ...NOWHERE, ...state } : NOWHERE
}

/** Whether what is kept of a deal is where it stands, as the engine writes it: an import may have brought anything. */
function isState(state: unknown): state is WorkflowState {
  const { tokens, passed } = (state ?? {}) as Partial<Record<keyof WorkflowState, unknown>>
  return Array.isArray(tokens) && Array.isArray(passed)
}

/** Whether a deal can stand on a road as it does: it has not begun, has ended, or its tokens are where a run can be. */
export function standsOn(deal: Pick<Deal, 'state'>, road: Workflow): boolean {
  const { tokens, finished } = dealState(deal)
  return deal.state === null || finished !== null || isMarking(tokens, road)
}
