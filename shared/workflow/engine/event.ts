import type { FactRow } from '#shared/expression/schema.ts'

/** Who acts, and how they stand to the record. */
export interface Actor {
  readonly id: string
  /** Keys of posts. */
  readonly roles: readonly string[]
  readonly is: readonly ('owner' | 'manager' | 'assignee' | 'approver')[]
}

/** What happens to a run: it begins, the facts have changed, or somebody takes a way. */
export type WorkflowEvent =
  | { readonly kind: 'start' }
  /** `by` is who has changed the facts; nobody, when only time has. */
  | { readonly kind: 'settle'; readonly by?: string | null }
  | {
      readonly kind: 'take'
      /** The key of the way. */
      readonly way: string
      readonly by: Actor
      /** What was filled in, by field, as it is to be stored. */
      readonly input: Readonly<Record<string, unknown>>
      /** The same to expressions, in natural units: guards ask what was filled in as well. */
      readonly facts?: FactRow
    }
