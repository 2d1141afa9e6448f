import type { FactRow, Facts } from '#shared/expression/schema.ts'
import type { Owner } from '#shared/workflow/definition/owner.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'

/**
 * Whose a run is: first whoever the stages name at which it stands, then the owner of what runs, then those of the records
 * that belong to it.
 */
export function ownersOf(workflow: Workflow, state: WorkflowState | null, facts: Facts): string[] {
  const stages = (state?.tokens ?? []).flatMap(({ node }) => fieldsIn(workflow.nodes.get(node)?.spec.owner))
  const records = Object.keys(facts.records).map((name) => `${name}.owner`)
  const paths = [...stages, 'owner', `${workflow.definition.subject}.owner`, ...records]
  return [...new Set(paths.flatMap((path) => valuesOf(path, facts)))]
}

const fieldsIn = (owner: Owner | undefined): string[] =>
  owner ? [...(owner.field ? [owner.field] : []), ...fieldsIn(owner.else), ...fieldsIn(owner.accountable)] : []

function valuesOf(path: string, { records, fields }: Facts): string[] {
  const [record = '', ...rest] = path.split('.')
  const rows: readonly FactRow[] = rest.length === 0 ? [fields] : [records[record] ?? []].flat()
  return rows
    .map((row) => row[rest.length === 0 ? record : rest.join('.')])
    .filter((value) => typeof value === 'string')
}
