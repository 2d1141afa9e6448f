import { isStage } from '../definition/road.ts'
import type { WorkflowWay } from '../definition/workflow.ts'
import { gathered } from './branches.ts'
import { leavingProblems, needsPerson } from './leaving.ts'
import { flowFrom, HOPS_MAX, roadAhead } from './road-ahead.ts'
import type { Token } from './state.ts'
import type { Walk } from './walk.ts'

/** Goes on as far as the road goes by itself, for whoever has brought about that it does. False when it would never stop. */
export function settle(walk: Walk, by: string | null = null): boolean {
  for (let moves = 0; moves <= HOPS_MAX; moves++) {
    noticeChanges(walk)
    const moved = walk.tokens.map((token) => goOn(token, walk, by)).find((one) => one !== 'stays')
    if (moved !== 'moved') return moved === undefined
  }
  return false
}

/** What somebody chose to do again is no longer as they found it. */
function noticeChanges(walk: Walk): void {
  const ground = walk.tokens.some(({ chosen }) => chosen) ? walk.ground : null
  if (!ground) return
  walk.tokens = walk.tokens.map((token) => {
    const { chosen, ...rest } = token
    return chosen && leavingProblems(walk.nodeOf(token), token, walk.data, ground).length > 0 ? rest : token
  })
}

type Went = 'moved' | 'stays' | 'endless'

function goOn(token: Token, walk: Walk, by: string | null): Went {
  // A token that another move has taken along.
  if (!walk.tokens.includes(token)) return 'stays'
  const node = walk.nodeOf(token)
  if (isStage(node.spec) && (token.chosen || leavingProblems(node, token, walk.data, walk.ground).length > 0))
    return 'stays'
  const leaving = gathered(token, walk.tokens, walk.workflow)
  if (!leaving) return 'stays'
  const ways = walk.workflow.road.flow.get(token.node) ?? []
  if (node.spec.type === 'gateway_and' && ways.length > 1 && !ways.some(({ key }) => key === token.branch)) {
    walk.tokens = walk.tokens.filter((one) => one === token || !leaving.includes(one))
    walk.split(token)
    return 'moved'
  }
  const way = wayOn(token, walk)
  if (!way || (isStage(node.spec) && needsPerson(node, way, walk.data, walk.ground))) return 'stays'
  const ahead = roadAhead(way, walk.ground)
  if (ahead.kind !== 'open') return ahead.kind === 'held' ? 'stays' : 'endless'
  walk.go(leaving, ahead.route, by)
  return 'moved'
}

/** The way on which the flow leaves: at a split that of the token's branch. */
function wayOn({ node, branch }: Token, walk: Pick<Walk, 'workflow' | 'ground'>): WorkflowWay | null {
  const own = branch === undefined ? undefined : walk.workflow.ways.get(branch)
  return own?.from === node ? own : flowFrom(node, walk.ground)
}
