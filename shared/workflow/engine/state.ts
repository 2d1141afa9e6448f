/** Where somebody stands on the road. */
export interface Token {
  readonly node: string
  /** ms UTC. */
  readonly since: number
  /** At a parallel gateway: the first way of the branch that it waits to enter, or has come from. */
  readonly branch?: string
  /** A person chose to come here although all that is asked here held already: it goes on when a person says so, or when something has changed. */
  readonly chosen?: true
}

/** A node that was left. */
export interface Passing {
  readonly node: string
  readonly entered: number
  readonly left: number
  /** Who took the way; null where the road went on by itself. */
  readonly by: string | null
  /** The key of the way on which it was left. */
  readonly via: string
  /** An optional stage that was passed over. */
  readonly skipped?: true
}

/** How far a run has come. Plain data, kept with the record that runs: a type and no interface, for those are no data. */
export type WorkflowState = {
  readonly tokens: readonly Token[]
  /** The latest {@link PASSED_MAX}, in order; of a node that was ever left, at least its last. */
  readonly passed: readonly Passing[]
  readonly finished: { readonly node: string; readonly at: number } | null
  /** Values of the definition's own fields, as they are stored. */
  readonly data: Readonly<Record<string, unknown>>
}

export const PASSED_MAX = 100

/** With one more: of those that are not their node's last, the oldest goes when there are too many. */
export function withPassing(passed: readonly Passing[], passing: Passing): Passing[] {
  const all = [...passed, passing]
  if (all.length <= PASSED_MAX) return all
  const spare = all.findIndex(({ node }, index) => all.slice(index + 1).some((later) => later.node === node))
  return all.toSpliced(Math.max(0, spare), 1)
}

/** A run of which nothing is known but where it stands: a record whose own field says so. `ends` when that is an end. */
export const standingAt = (node: string, since: number, ends: boolean): WorkflowState => ({
  tokens: ends ? [] : [{ node, since }],
  passed: [],
  finished: ends ? { node, at: since } : null,
  data: {},
})
