import type { FactValue } from '#shared/expression/schema.ts'
import type { Text } from '#shared/i18n/language.ts'
import type { FlowProblem } from './flow-problem.ts'
import type { WorkflowState } from './state.ts'

/** What is to be done besides keeping the state, as data. `key` is the place in the definition that says so, or the field. */
export type Effect = { readonly key: string } & (
  | { readonly kind: 'input'; readonly field: string /** As it was filled in. */; readonly value: unknown }
  | { readonly kind: 'set'; readonly field: string /** As facts have it. */; readonly value: FactValue }
  | {
      readonly kind: 'task'
      readonly title: Text
      /** The kind of task. */
      readonly task: string | null
      readonly assignee: string | null
      /** A date, an instant (ms UTC), or null. */
      readonly due: FactValue
    }
  | { readonly kind: 'notify'; readonly to: readonly string[]; readonly message: Text | null }
  | { readonly kind: 'request_approval'; readonly policy: string }
  | {
      readonly kind: 'named'
      readonly name: string
      readonly with: Readonly<Record<string, string | number | boolean>>
    }
)

export type Outcome =
  | { readonly kind: 'moved'; readonly state: WorkflowState; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly problems: readonly FlowProblem[] }
  | { readonly kind: 'unchanged' }
