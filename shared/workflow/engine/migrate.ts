import { type Text, text } from '#shared/i18n/language.ts'
import { saidIn } from '../definition/problem.ts'
import type { Workflow } from '../definition/workflow.ts'
import { isMarking } from './marking.ts'
import type { Token, WorkflowState } from './state.ts'

/** What becomes of a run under another definition. Of one that is lost nothing may be changed. */
export type Fate =
  | { readonly fate: 'kept' | 'moved'; readonly state: WorkflowState }
  | { readonly fate: 'lost'; readonly problem: { readonly code: string; readonly message: Text } }

const NO_PLACE = text('"{name}" has no place in the new version.', '新版本中没有“{name}”对应的位置。')
const NO_BRANCHES = text(
  'The new version splits the road elsewhere: this cannot stand there so.',
  '新版本的并行分支不同，无法对应当前位置。',
)

/**
 * A run of one definition as one of another. `map` says where its nodes are there, by key; what it does not name keeps its
 * key. Only whether it fits is decided: what holds there, the next settling finds.
 */
export function migrate(
  from: Workflow,
  to: Workflow,
  state: WorkflowState,
  map: Readonly<Record<string, string>>,
): Fate {
  const there = (node: string) => (Object.hasOwn(map, node) ? (map[node] ?? node) : node)
  const standing = [...state.tokens.map(({ node }) => node), ...(state.finished ? [state.finished.node] : [])]
  const homeless = standing.find((node) => !fits(there(node), state, to))
  if (homeless !== undefined)
    return lost('no_place', saidIn(NO_PLACE, { name: from.nodes.get(homeless)?.name ?? homeless }))
  const tokens = state.tokens.map((token) => moved(token, there(token.node), to))
  if (!state.finished && !isMarking(tokens, to)) return lost('no_branches', NO_BRANCHES)
  return {
    fate: standing.every((node) => there(node) === node) ? 'kept' : 'moved',
    state: {
      tokens,
      passed: state.passed
        .filter(({ node }) => to.nodes.has(there(node)))
        .map((passing) => ({ ...passing, node: there(passing.node) })),
      finished: state.finished && { ...state.finished, node: there(state.finished.node) },
      data: state.data,
    },
  }
}

/** What has ended stays at an end, what has not goes on at something that is none. */
function fits(node: string, { finished }: WorkflowState, to: Workflow): boolean {
  const type = to.nodes.get(node)?.spec.type
  return type !== undefined && (type === 'end') === (finished !== null)
}

/** A branch that the new version does not have at that gateway is forgotten; whether that stands is seen from all together. */
function moved({ branch, ...token }: Token, node: string, to: Workflow): Token {
  const split = to.splits.find(({ branches }) => branches.some(({ way }) => way.key === branch))
  const keeps = branch !== undefined && split !== undefined && (split.node === node || split.join === node)
  return { ...token, node, ...(keeps ? { branch } : {}) }
}

const lost = (code: string, message: Text): Fate => ({ fate: 'lost', problem: { code, message } })
