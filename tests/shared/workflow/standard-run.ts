import type { FactRow } from '#shared/expression/schema.ts'
import { MONDAY_NINE, Run } from './a-run.ts'
import { standardDefinition, workflowOf } from './deal-world.ts'

export const STANDARD = workflowOf(standardDefinition())

const SENT: FactRow = { status: 'negotiating', sent_at: MONDAY_NINE }

/** A deal that has come as far as the contract: claimed, answered, quoted, the buyer accepts in principle. */
export const atContract = (): Run => {
  const run = Run.of(STANDARD, { inquiry: { status: 'received' } }, { documents_present: ['quotation_pdf'] })
  run.with({
    inquiry: { status: 'contacted', claimed_at: MONDAY_NINE, first_response_at: MONDAY_NINE },
    quotation: [SENT],
  })
  run.settles()
  return run
}
