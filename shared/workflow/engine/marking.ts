import type { Workflow } from '../definition/workflow.ts'
import type { Token } from './state.ts'

/** Whether tokens stand as a run of this workflow can stand: one, or one in each branch of a split that is under way. */
export function isMarking(tokens: readonly Token[], workflow: Workflow): boolean {
  const paths = tokens.map(({ node, branch }) => {
    const known = workflow.nodes.get(node)
    if (!known || known.spec.type === 'end' || known.spec.type === 'gateway_xor') return null
    const outer = workflow.branches.get(node) ?? []
    return branch === undefined || outer.includes(branch) ? outer : [...outer, branch]
  })
  const sound = paths.filter((path) => path !== null)
  return sound.length === paths.length && covers(sound, workflow)
}

function covers(paths: readonly (readonly string[])[], workflow: Workflow): boolean {
  const [first] = paths
  if (!first || paths.some((path) => path.length === 0)) return paths.length === 1
  const split = workflow.splits.find(({ branches }) => branches.some(({ way }) => way.key === first[0]))
  const keys = split?.branches.map(({ way }) => way.key) ?? []
  if (paths.some(([outermost = '']) => !keys.includes(outermost))) return false
  return keys.every((key) => {
    const inside = paths.filter(([outermost]) => outermost === key).map(([, ...rest]) => rest)
    return covers(inside, workflow)
  })
}
