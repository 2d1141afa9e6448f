import type { Moment } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import type { Text } from '#shared/i18n/language.ts'
import { distinct } from '../definition/compile-way.ts'
import { type FormItem, keyOf } from '../definition/form-item.ts'
import { isStage } from '../definition/road.ts'
import { asText } from '../definition/sentence.ts'
import type { Workflow, WorkflowEffect, WorkflowNode, WorkflowWay } from '../definition/workflow.ts'
import { gathered } from './branches.ts'
import { flowProblem } from './flow-problem.ts'
import { type Ground, groundOf } from './ground.ts'
import { leavingProblems, needsPerson } from './leaving.ts'
import { flowFrom, roadAhead } from './road-ahead.ts'
import type { Token, WorkflowState } from './state.ts'

/** Something that can be done from where a run stands. */
export interface Way {
  readonly key: string
  readonly node: string
  readonly to: string
  readonly label: Text
  /** On along the road, or somewhere that a person may choose instead. */
  readonly kind: 'flow' | 'choice'
  /** The road goes on here by itself as soon as nothing holds it: nobody has to press anything. */
  readonly byItself: boolean
  /** What is asked, in order. */
  readonly fields: readonly FormItem[]
  /** The fields among them that must be filled in. */
  readonly required: readonly string[]
  /** Standings and roles; `any` for a way that names nobody. */
  readonly who: readonly string[]
  readonly confirm: Text | null
  /** Why not yet; empty when it can be done, as far as that can be known before the fields are filled in. */
  readonly held: readonly Text[]
  /** What is done with it, as the definition has it. */
  readonly effects: readonly WorkflowEffect[]
}

/** What can be done from where a run stands: of each token first how the road goes on, then what may be chosen. */
export function waysOf(workflow: Workflow, state: WorkflowState | null, facts: Facts, at: Moment): Way[] {
  if (!state || state.finished) return []
  const ground = groundOf(workflow, facts, state.data, at)
  return state.tokens.flatMap((token) => {
    const node = workflow.nodes.get(token.node)
    if (!node) return []
    if (!isStage(node.spec)) return isJoined(token, state, workflow) ? onward(node, token, state, ground) : []
    const choices = (workflow.road.choices.get(token.node) ?? []).flatMap(({ key }) => workflow.ways.get(key) ?? [])
    return [...onward(node, token, state, ground), ...choices.map((way) => choice(way, node, ground))]
  })
}

/** Where all branches have come together: of their tokens the first speaks for all. */
function isJoined(token: Token, { tokens }: WorkflowState, workflow: Workflow): boolean {
  const { spec } = workflow.nodes.get(token.node) ?? {}
  const waiting = gathered(token, tokens, workflow)
  return spec?.type === 'gateway_and' && waiting !== null && waiting.length > 1 && waiting[0] === token
}

function onward(node: WorkflowNode, token: Token, { data }: WorkflowState, ground: Ground): Way[] {
  const open = flowFrom(token.node, ground)
  const [first] = ground.workflow.road.flow.get(token.node) ?? []
  const way = open ?? (first ? ground.workflow.ways.get(first.key) : undefined)
  if (!way) return []
  const fields = distinct([...(node.spec.form ?? []), ...way.fields])
  const asked = fields.map(keyOf)
  // What is still to be filled in cannot hold it back yet.
  const kept = {
    ...node,
    exit: node.exit.filter(({ expression }) => !expression.reads.some((name) => asked.includes(name))),
  }
  const leaving = leavingProblems(kept, token, data, ground).filter(
    ({ field }) => field === undefined || !asked.includes(field),
  )
  const problems = [...leaving, ...(open ? [] : [flowProblem('no_way_on')])]
  const byItself = !token.chosen && !needsPerson(node, way, data, ground)
  return [
    {
      ...described(way, node, ground, fields),
      byItself,
      held: [...problems.map(({ message }) => message), ...aheadOf(way, ground, asked)],
    },
  ]
}

const choice = (way: WorkflowWay, node: WorkflowNode, ground: Ground): Way => ({
  ...described(way, node, ground, way.fields),
  byItself: false,
  held: aheadOf(way, ground, way.fields.map(keyOf)),
})

function aheadOf(way: WorkflowWay, ground: Ground, asked: readonly string[]): Text[] {
  const guard = way.guard.filter(({ expression }) => !expression.reads.some((name) => asked.includes(name)))
  const ahead = roadAhead({ ...way, guard }, ground)
  if (ahead.kind === 'held') return ahead.problems.map(({ message }) => message)
  return ahead.kind === 'endless' ? [flowProblem('endless').message] : []
}

type Described = Omit<Way, 'byItself' | 'held'>

function described(way: WorkflowWay, node: WorkflowNode, { workflow }: Ground, fields: readonly FormItem[]): Described {
  const { key, to, label, kind, spec } = way
  const needed = fields.filter(
    (item) => spec.requires?.includes(keyOf(item)) || workflow.items.get(keyOf(item))?.required,
  )
  return {
    key,
    node: node.spec.key,
    to,
    label,
    kind,
    fields: fields.map((item) => workflow.items.get(keyOf(item)) ?? item),
    required: needed.map(keyOf),
    who: spec.who ?? ['any'],
    confirm: spec.confirm === undefined ? null : asText(spec.confirm),
    effects: [...node.leaves, ...way.effects, ...(workflow.nodes.get(to)?.enters ?? [])],
  }
}
