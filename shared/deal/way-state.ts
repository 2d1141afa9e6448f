import type { AnyRecord } from '#shared/record/record-type.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'

/** Where a record stands on its own way: at its status, since it was last touched. */
export const wayState = ({ status, updated_at }: AnyRecord): WorkflowState => ({
  tokens: [{ node: String(status), since: updated_at }],
  passed: [],
  finished: null,
  data: {},
})

/** The status of a record whose way has come to this state. */
export const statusIn = ({ tokens, finished }: WorkflowState): string => finished?.node ?? tokens[0]?.node ?? ''
