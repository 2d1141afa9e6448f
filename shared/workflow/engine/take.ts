import { type Text, text } from '#shared/i18n/language.ts'
import { ROLE_NAMES } from '#shared/trade/role-names.ts'
import { isStage } from '../definition/road.ts'
import type { WorkflowWay } from '../definition/workflow.ts'
import type { Actor, WorkflowEvent } from './event.ts'
import { type FlowProblem, flowProblem } from './flow-problem.ts'
import { readInput } from './input.ts'
import { leavingProblems } from './leaving.ts'
import { flowFrom, roadAhead } from './road-ahead.ts'
import type { Token } from './state.ts'
import type { Walk } from './walk.ts'

type Taking = Extract<WorkflowEvent, { readonly kind: 'take' }>

/** Takes a way for somebody. Nothing of the walk that is refused may be kept. */
export function take(walk: Walk, taking: Taking): readonly FlowProblem[] {
  const { way: key, by } = taking
  const way = walk.workflow.ways.get(key)
  if (!way) return [flowProblem('no_way')]
  const token = walk.tokens.find(({ node }) => node === way.from)
  const from = walk.workflow.nodes.get(way.from)
  if (!from) return [flowProblem('no_way')]
  if (!token) return [flowProblem('not_here', { name: from.name })]
  if (!isStage(from.spec)) return [flowProblem('by_itself')]
  if (!mayTake(way, by)) return [notAllowed(way)]
  return way.kind === 'choice' ? choose(walk, token, way, taking) : goOn(walk, token, way, taking)
}

function choose(walk: Walk, token: Token, way: WorkflowWay, taking: Taking): readonly FlowProblem[] {
  const problems = readInput(walk, way.fields, way, taking)
  return problems.length > 0 ? problems : move(walk, token, way, taking.by)
}

/** What is filled in may decide where the road goes on: then it goes there. */
function goOn(walk: Walk, token: Token, asked: WorkflowWay, taking: Taking): readonly FlowProblem[] {
  const { by } = taking
  const node = walk.nodeOf(token)
  const before = flowFrom(token.node, walk.ground)
  const unread = readInput(walk, [...(node.spec.form ?? []), ...asked.fields], asked, taking)
  if (unread.length > 0) return unread
  const way = flowFrom(token.node, walk.ground)
  if (!way) return [flowProblem('no_way_on')]
  if (asked !== way && asked !== before) {
    const name = walk.workflow.nodes.get(way.to)?.name ?? way.label
    return [flowProblem('other_way', { name })]
  }
  if (!mayTake(way, by)) return [notAllowed(way)]
  if (way !== asked) {
    const missing = readInput(walk, [...(node.spec.form ?? []), ...asked.fields, ...way.fields], way, taking)
    if (missing.length > 0) return missing
  }
  const held = leavingProblems(node, token, walk.data, walk.ground)
  return held.length > 0 ? held : move(walk, token, way, by)
}

function move(walk: Walk, token: Token, way: WorkflowWay, by: Actor): readonly FlowProblem[] {
  const ahead = roadAhead(way, walk.ground)
  if (ahead.kind === 'endless') return [flowProblem('endless')]
  if (ahead.kind === 'held') return ahead.problems
  walk.go([token], ahead.route, by.id)
  return []
}

const mayTake = ({ spec }: WorkflowWay, by: Actor): boolean => isFor(spec.who ?? ['any'], by)

/** Whether somebody is among those who are named by how they stand to the record, or by their post. */
export const isFor = (who: readonly string[], { is, roles }: Actor): boolean =>
  who.some((one) => one === 'any' || roles.includes(one) || is.some((as) => as === one))

/** People as a sentence names them; a post that only the firm knows by its key. */
const STANDING_WORDS: Readonly<Record<string, Text>> = {
  owner: text('the owner', '负责人'),
  manager: text('their superiors', '上级'),
  assignee: text('whoever it is assigned to', '经办人'),
  approver: text('whoever approves', '审批人'),
  system: text('the system itself', '系统'),
  ...ROLE_NAMES,
}

function notAllowed({ spec: { who = [] } }: WorkflowWay): FlowProblem {
  const words = who.map((one) => (Object.hasOwn(STANDING_WORDS, one) ? STANDING_WORDS[one] : null) ?? text(one, one))
  const list = text(words.map(({ en }) => en).join(', '), words.map((word) => word['zh-CN']).join('、'))
  return flowProblem('not_allowed', { who: list })
}
