import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'

/**
 * Where a record goes that has been approved or refused: from the node at which it waits the ways `approve` and `refuse` lead
 * on, and nobody takes them but the verdict. Null for a way that has none.
 */
export function verdictStatus(way: Workflow, { status }: AnyRecord, verdict: 'approve' | 'refuse'): string | null {
  const found = [...way.ways.values()].find(
    ({ key, from, spec }) =>
      from === status && (key === verdict || key === `${verdict}-${from}`) && spec.who?.includes('system'),
  )
  return found?.to ?? null
}
