import type { Moment } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import { isStage } from '../definition/road.ts'
import type { Workflow, WorkflowNode, WorkflowWay } from '../definition/workflow.ts'
import { branchAt, within } from './branches.ts'
import { effectsOf } from './effects.ts'
import { type Ground, groundOf } from './ground.ts'
import type { Effect } from './outcome.ts'
import type { Route } from './road-ahead.ts'
import { type Passing, type Token, type WorkflowState, withPassing } from './state.ts'

/** One step of a run while it is being worked out; nothing of it is seen outside before it is done. */
export class Walk {
  readonly workflow: Workflow
  readonly at: Moment
  tokens: readonly Token[]
  passed: readonly Passing[]
  finished: WorkflowState['finished']
  data: Readonly<Record<string, unknown>>
  readonly effects: Effect[] = []
  #facts: Facts

  constructor(workflow: Workflow, { tokens, passed, finished, data }: WorkflowState, facts: Facts, at: Moment) {
    this.workflow = workflow
    this.at = at
    this.tokens = tokens
    this.passed = passed
    this.finished = finished
    this.data = data
    this.#facts = facts
  }

  get ground(): Ground {
    return groundOf(this.workflow, this.#facts, this.data, this.at)
  }

  get state(): WorkflowState {
    return { tokens: this.tokens, passed: this.passed, finished: this.finished, data: this.data }
  }

  /** Throws for a state that is not of this definition: the caller has loaded another one. */
  nodeOf({ node }: Token): WorkflowNode {
    const found = this.workflow.nodes.get(node)
    if (!found) throw new RangeError('a state of another definition')
    return found
  }

  /** Takes a field's value among the facts, before the record has it. */
  assume(facts: Facts): void {
    this.#facts = facts
  }

  /** Moves tokens, which stand at one node, along a route. */
  go(leaving: readonly Token[], { ways, to }: Route, by: string | null): void {
    const [first] = ways
    const [token] = leaving
    if (!first || !token) return
    const last = ways.at(-1) ?? first
    const abandoned = this.#abandoned(leaving, first, to.spec.key)
    this.tokens = this.tokens.filter((one) => !leaving.includes(one) && !abandoned.includes(one))
    for (const { node, since } of abandoned) this.#pass({ node, entered: since, via: first.key }, by)
    this.#pass({ node: token.node, entered: Math.max(...leaving.map(({ since }) => since)), via: first.key }, by)
    this.#do(this.nodeOf(token).leaves)
    for (const way of ways) {
      if (way !== first)
        this.#pass({ node: way.from, entered: this.at.now, via: way.key, skipped: this.#isStage(way.from) }, by)
      this.#do(way.effects)
    }
    this.#land(to, last, first.kind === 'choice' && ways.length === 1)
  }

  /** Makes one token of a split into one for each branch. */
  split(token: Token): void {
    const ways = this.workflow.road.flow.get(token.node) ?? []
    const branches = ways.map(({ key }): Token => ({ node: token.node, since: token.since, branch: key }))
    this.tokens = this.tokens.flatMap((one) => (one === token ? branches : [one]))
  }

  #land(to: WorkflowNode, via: WorkflowWay, chosen: boolean): void {
    const { key, type, policy } = to.spec
    const { now } = this.at
    this.#do(to.enters)
    if (type === 'approval' && policy !== undefined)
      this.effects.push({ key: `${key}.policy`, kind: 'request_approval', policy })
    if (type === 'end') {
      for (const { node, since } of this.tokens) this.#pass({ node, entered: since, via: via.key }, null)
      this.tokens = []
      this.finished = { node: key, at: now }
      return
    }
    const branch = branchAt(key, via, this.workflow)
    const token: Token = {
      node: key,
      since: now,
      ...(branch === null ? {} : { branch }),
      ...(chosen && isStage(to.spec) ? { chosen: true as const } : {}),
    }
    this.tokens = [...this.tokens, token]
  }

  /** The tokens of the other branches, when somebody chooses a way out of the split as a whole. */
  #abandoned(leaving: readonly Token[], { from, kind }: WorkflowWay, to: string): Token[] {
    if (kind !== 'choice') return []
    const left = this.workflow.splits.filter(
      (split) => within(split, { node: from }) && !within(split, { node: to }) && to !== split.join,
    )
    return this.tokens.filter((one) => !leaving.includes(one) && left.some((split) => within(split, one)))
  }

  #isStage(node: string): boolean {
    const found = this.workflow.nodes.get(node)
    return found !== undefined && isStage(found.spec)
  }

  #pass(
    { skipped, ...passing }: Pick<Passing, 'node' | 'entered' | 'via'> & { skipped?: boolean },
    by: string | null,
  ): void {
    const left = { ...passing, left: this.at.now, by, ...(skipped ? { skipped: true as const } : {}) }
    this.passed = withPassing(this.passed, left)
  }

  #do(effects: WorkflowNode['enters']): void {
    effectsOf(effects, this)
  }
}
