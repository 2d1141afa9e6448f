import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Deal } from '#shared/trade/index.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { type Fate, migrate } from '#shared/workflow/engine/migrate.ts'
import { dealState } from './deal-state.ts'
import { dealValues } from './deal-values.ts'

const NOT_BEGUN = { code: 'not_started', message: text('It stands nowhere on its road.', '该生意尚未进入流程。') }

export type DealFate = Fate & {
  /** Absent for one that is lost: nothing of it is changed. */
  readonly change?: Change
}

/**
 * What becomes of a deal under another definition. `from` is null for one that is read no more; what its nodes were called is
 * then not known, and where they are is.
 */
export function migrated(
  deal: Deal,
  {
    from,
    to,
    map,
  }: { readonly from: Workflow | null; readonly to: Workflow; readonly map: Readonly<Record<string, string>> },
): DealFate {
  const state = dealState(deal)
  if (state.tokens.length === 0 && !state.finished) return { fate: 'lost', problem: NOT_BEGUN }
  const fate = migrate(from ?? to, to, state, map)
  if (fate.fate === 'lost') return fate
  const { key, version } = to.definition
  const values = {
    ...dealValues(fate.state, deal.lost_reason),
    workflow: key,
    workflow_version: version,
  }
  return { ...fate, change: { kind: 'update', type: 'deal', before: deal, values } }
}
