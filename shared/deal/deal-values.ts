import type { Values } from '#shared/record/change.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'

/**
 * What a deal keeps of where it stands. One that has come to an end with a reason why it was lost is lost; the others are won.
 */
export function dealValues(state: WorkflowState, lostReason: unknown): Values {
  const { tokens, finished } = state
  return {
    state,
    stage: tokens.map(({ node }) => node).join(','),
    stage_since: tokens.length > 0 ? Math.max(...tokens.map(({ since }) => since)) : null,
    status: finished ? (lostReason ? 'lost' : 'won') : 'open',
    closed_at: finished?.at ?? null,
  }
}
