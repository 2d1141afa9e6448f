import type { Moment } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import { dateIn } from '#shared/time/zone.ts'
import { compileDefinition } from '#shared/workflow/definition/compile.ts'
import { storedOf } from '#shared/workflow/definition/form-item.ts'
import type { Workflow, World } from '#shared/workflow/definition/workflow.ts'
import { clocksOf } from '#shared/workflow/engine/clocks.ts'
import type { WorkflowEvent } from '#shared/workflow/engine/event.ts'
import { flowProblem } from '#shared/workflow/engine/flow-problem.ts'
import { factsWithData } from '#shared/workflow/engine/ground.ts'
import { migrate } from '#shared/workflow/engine/migrate.ts'
import type { Effect } from '#shared/workflow/engine/outcome.ts'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import type { WorkflowState } from '#shared/workflow/engine/state.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { waysOf } from '#shared/workflow/engine/ways.ts'
import { Approvals, type Asked, withApproval } from './approvals.ts'
import { factsFrom, withChanges } from './given.ts'
import { ownersOf } from './owners.ts'
import type { Command, Scenario } from './scenario.ts'
import { actorOf, type By } from './staff.ts'

type Answer = Readonly<Record<string, unknown>>
type Of<K extends Command['do']> = Extract<Command, { readonly do: K }>

/** One run of a definition: its commands are carried out one after the other, each with an answer. */
export class Trial {
  #workflow: Workflow
  #state: WorkflowState | null = null
  #facts: Facts
  #now: number
  readonly #scenario: Scenario
  readonly #world: World
  readonly #approvals: Approvals

  constructor(workflow: Workflow, scenario: Scenario, world: World) {
    this.#workflow = workflow
    this.#scenario = scenario
    this.#world = world
    this.#facts = factsFrom(scenario.facts)
    this.#now = scenario.at
    this.#approvals = new Approvals(scenario.staff, scenario.fallback)
  }

  answer(command: Command): Answer {
    const { timezone } = this.#scenario.calendar
    const at: Moment = { now: this.#now, today: dateIn(this.#now, timezone), timezone }
    switch (command.do) {
      case 'start':
      case 'settle':
        return this.#happens({ kind: command.do }, at, null)
      case 'take':
        return this.#take(command, at)
      case 'set':
        return this.#set(command.set)
      case 'at':
        return this.#moveTo(command.at)
      case 'advance':
        return this.#moveTo(this.#now + command.advance)
      case 'request':
        return this.#asked(
          this.#approvals.request(
            this.#workflow,
            command.request,
            command.by,
            command.snapshot ?? '',
            this.#ground,
            at,
          ),
        )
      case 'approve':
        return this.#decided(command.approve, 'approve', command, at)
      case 'reject':
        return this.#decided(command.reject, 'reject', command, at)
      case 'migrate':
        return this.#migrate(command)
      case 'ways':
        return { outcome: 'shown', ways: this.#ways(at) }
      case 'clocks':
        return {
          outcome: 'shown',
          clocks: clocksOf(this.#workflow, this.#state, this.#facts, at, this.#scenario.calendar),
        }
      case 'stages':
        return { outcome: 'shown', stages: stagesOf(this.#workflow, this.#state) }
      case 'state':
        return { outcome: 'shown', state: this.#state }
    }
  }

  #take({ take, by = { id: 'anybody', roles: [], is: ['owner'] }, input = {} }: Of<'take'>, at: Moment): Answer {
    const actor = actorOf(by, this.#owners, this.#scenario.staff)
    const stored = Object.entries(input).map(([key, value]) => [key, this.#stored(key, value)])
    return this.#happens({ kind: 'take', way: take, by: actor, input: Object.fromEntries(stored) }, at, by)
  }

  #happens(event: WorkflowEvent, at: Moment, by: By | null): Answer {
    const outcome = step(this.#workflow, this.#state, event, this.#facts, at)
    const effects = outcome.kind === 'moved' ? outcome.effects : []
    if (outcome.kind === 'moved') this.#state = outcome.state
    const asked = effects.flatMap((effect) => this.#carryOut(effect, at, by))
    return {
      outcome: outcome.kind,
      ...this.#where(),
      problems: [...(outcome.kind === 'refused' ? outcome.problems : []), ...asked],
      effects,
    }
  }

  /** What the record and its approvals would be after it; the rest is only told. */
  #carryOut(effect: Effect, at: Moment, by: By | null): readonly unknown[] {
    if (effect.kind === 'input' || effect.kind === 'set') {
      const { subject } = this.#workflow.definition
      const record = this.#facts.records[subject]
      const under = record && !Array.isArray(record) ? { [`${subject}.${effect.field}`]: effect.value } : {}
      this.#facts = withChanges(this.#facts, { [effect.field]: effect.value, ...under })
    }
    if (effect.kind !== 'request_approval') return []
    const requester = by ?? this.#owners[0] ?? 'anybody'
    return this.#asked(this.#approvals.request(this.#workflow, effect.policy, requester, '', this.#ground, at))
      .problems as unknown[]
  }

  #decided(
    policy: string,
    decision: 'approve' | 'reject',
    { by, comment = null, snapshot }: Of<'approve'> | Of<'reject'>,
    at: Moment,
  ): Answer {
    return this.#asked(this.#approvals.decide(policy, by, { decision, comment }, snapshot, at))
  }

  #asked({ outcome, approval, problems }: Asked): Answer {
    if (approval) this.#facts = withApproval(this.#facts, approval)
    return { outcome, approval, problems }
  }

  #set(changes: Readonly<Record<string, unknown>>): Answer {
    const own = Object.entries(changes).filter(([key]) => this.#workflow.items.has(key))
    if (own.length > 0 && !this.#state) return { outcome: 'refused', problems: [flowProblem('not_started')] }
    const data = Object.fromEntries(own.map(([key, value]) => [key, this.#stored(key, value)]))
    if (this.#state) this.#state = { ...this.#state, data: { ...this.#state.data, ...data } }
    const others = Object.entries(changes).filter(([key]) => !this.#workflow.items.has(key))
    this.#facts = withChanges(this.#facts, Object.fromEntries(others))
    return { outcome: 'set' }
  }

  #moveTo(now: number): Answer {
    this.#now = now
    return { outcome: 'set' }
  }

  #migrate({ migrate: { definition, map } }: Of<'migrate'>): Answer {
    const compiled = compileDefinition(definition, this.#world)
    if (!compiled.ok) return { outcome: 'refused', problems: compiled.problems }
    if (!this.#state) return { outcome: 'refused', problems: [flowProblem('not_started')] }
    const fate = migrate(this.#workflow, compiled.workflow, this.#state, map)
    if (fate.fate === 'lost') return { outcome: fate.fate, ...this.#where(), problems: [fate.problem] }
    this.#workflow = compiled.workflow
    this.#state = fate.state
    return { outcome: fate.fate, ...this.#where(), problems: [] }
  }

  #ways(at: Moment): readonly object[] {
    return waysOf(this.#workflow, this.#state, this.#facts, at).map(({ effects, ...way }) => ({
      ...way,
      effects: effects.map(({ spec }) => spec),
    }))
  }

  #where(): Answer {
    return { tokens: this.#state?.tokens ?? [], finished: this.#state?.finished ?? null }
  }

  /** Values of a definition's own fields are written as a person means them, and stored as the field has them. */
  #stored(key: string, value: unknown): unknown {
    const item = this.#workflow.items.get(key)
    const number = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
    return item && number ? storedOf(item, value) : value
  }

  /** The facts with the definition's own fields among them. */
  get #ground(): Facts {
    return factsWithData(this.#workflow, this.#facts, this.#state?.data ?? {})
  }

  get #owners(): string[] {
    return ownersOf(this.#workflow, this.#state, this.#ground)
  }
}
