import type { FactRow, Facts, FactValue } from '#shared/expression/schema.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import type { Actor, WorkflowEvent } from '#shared/workflow/engine/event.ts'
import type { Effect, Outcome } from '#shared/workflow/engine/outcome.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { waysOf } from '#shared/workflow/engine/ways.ts'

const MINUTE = 60_000
const ZONE = 'Asia/Shanghai'

export const MONDAY_NINE = Date.UTC(2026, 9, 19, 1)
export const moment = (now: number) => ({ now, today: dateIn(now, ZONE), timezone: ZONE })

export const WENDY: Actor = { id: 'wendy', roles: ['sales_rep'], is: ['owner'] }
export const DAVID: Actor = { id: 'david', roles: ['sales_manager'], is: ['manager'] }

type Records = Readonly<Record<string, FactRow | null | readonly FactRow[]>>

/** A run of a workflow, a minute between any two events; what is refused changes nothing. */
export class Run {
  readonly workflow: Workflow
  state: WorkflowState | null = null
  facts: Facts = { records: {}, fields: {} }
  now = MONDAY_NINE
  effects: readonly Effect[] = []

  constructor(workflow: Workflow) {
    this.workflow = workflow
  }

  /** Begins it, with these facts. */
  static of(workflow: Workflow, records: Records = {}, fields: Readonly<Record<string, FactValue>> = {}): Run {
    const run = new Run(workflow).with(records, fields)
    run.happens({ kind: 'start' })
    return run
  }

  with(records: Records, fields: Readonly<Record<string, FactValue>> = {}): this {
    this.facts = { records: { ...this.facts.records, ...records }, fields: { ...this.facts.fields, ...fields } }
    return this
  }

  happens(event: WorkflowEvent): Outcome {
    this.now += MINUTE
    const outcome = step(this.workflow, this.state, event, this.facts, moment(this.now))
    if (outcome.kind === 'moved') this.state = outcome.state
    this.effects = outcome.kind === 'moved' ? outcome.effects : []
    return outcome
  }

  /** Where it stands after it has gone on by itself. */
  settles(): string[] {
    this.happens({ kind: 'settle' })
    return this.at
  }

  /** Where it stands after somebody has taken a way, or the codes of what forbids it. */
  takes(way: string, input: Readonly<Record<string, unknown>> = {}, by: Actor = WENDY): string[] {
    const outcome = this.happens({ kind: 'take', way, by, input })
    return outcome.kind === 'refused'
      ? outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
      : this.at
  }

  get at(): string[] {
    const tokens = this.state?.tokens.map(({ node }) => node) ?? []
    return this.state?.finished ? [this.state.finished.node] : tokens
  }

  /** The ways from here, by key, with the English sentences of what holds each back. */
  get ways(): Readonly<Record<string, string[]>> {
    const ways = waysOf(this.workflow, this.state, this.facts, moment(this.now))
    return Object.fromEntries(ways.map(({ key, held }) => [key, held.map(({ en }) => en)]))
  }
}
