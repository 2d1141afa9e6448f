import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMarking } from '#shared/workflow/engine/marking.ts'
import { stagesOf } from '#shared/workflow/engine/stages.ts'
import { waysOf } from '#shared/workflow/engine/ways.ts'
import { moment, Run } from './a-run.ts'
import { workflowOf } from './deal-world.ts'
import { type ANode, aDefinition, stage } from './small-definition.ts'

/** A part of a road: one stage, parts one after the other, or at the same time, or one of two. */
type Part = { readonly is: 'stage' } | { readonly is: 'row' | 'and' | 'xor'; readonly parts: readonly Part[] }

const { part: Part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constant<Part>({ is: 'stage' }),
    fc.record({
      is: fc.constantFrom('row', 'and', 'xor'),
      parts: fc.array(tie('part'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}))

interface Drawn {
  readonly nodes: ANode[]
  readonly edges: object[]
}

/** Draws a part; answers where it begins and ends. */
function draw(part: Part, on: Drawn): { readonly from: string; readonly to: string } {
  const key = `n${on.nodes.length}`
  if (part.is === 'stage') {
    on.nodes.push(stage(key))
    return { from: key, to: key }
  }
  if (part.is === 'row') {
    const drawn = part.parts.map((one) => draw(one, on))
    on.edges.push(...drawn.slice(1).map(({ from }, index) => ({ from: drawn[index]?.to, to: from })))
    return { from: drawn[0]?.from ?? '', to: drawn.at(-1)?.to ?? '' }
  }
  const type = part.is === 'and' ? 'gateway_and' : 'gateway_xor'
  on.nodes.push({ key, type }, { key: `${key}_end`, type })
  part.parts.forEach((one, index) => {
    const { from, to } = draw(one, on)
    const turn = part.is === 'xor' ? (index === 0 ? { default: true } : { condition: 'need_sample = true' }) : {}
    on.edges.push({ from: key, to: from, ...turn }, { from: to, to: `${key}_end` })
  })
  return { from: key, to: `${key}_end` }
}

const stagesIn = (part: Part): number =>
  part.is === 'stage'
    ? 1
    : part.is === 'xor'
      ? stagesIn(part.parts[0] as Part)
      : part.parts.reduce((sum, one) => sum + stagesIn(one), 0)

test('a road of any form is walked to its end in whatever order its branches go, each of its stages once', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(Part, fc.infiniteStream(fc.nat()), (part, picks) => {
      const drawn: Drawn = { nodes: [], edges: [] }
      const { from, to } = draw(part, drawn)
      fc.pre(drawn.nodes.length <= 58)
      const workflow = workflowOf(
        aDefinition({
          nodes: [{ key: 'start', type: 'start' }, ...drawn.nodes, { key: 'done', type: 'end' }],
          edges: [{ from: 'start', to: from }, ...drawn.edges, { from: to, to: 'done' }],
        }),
      )
      const run = Run.of(workflow)
      let taken = 0
      for (; run.state && !run.state.finished; taken++) {
        expect(isMarking(run.state.tokens, workflow)).toBe(true)
        const open = waysOf(workflow, run.state, run.facts, moment(run.now)).filter(({ held }) => held.length === 0)
        const pick = open[(picks.next().value ?? 0) % Math.max(1, open.length)]
        if (!pick) throw new Error('stuck')
        run.takes(pick.key)
      }
      expect(taken).toBe(stagesIn(part))
      const left = run.state?.passed.filter(({ node }) => workflow.stages.includes(node)).map(({ node }) => node) ?? []
      expect(new Set(left).size).toBe(taken)
      expect(stagesOf(workflow, run.state).filter(({ state }) => state === 'done')).toHaveLength(taken)
    }),
    { numRuns: 300 },
  )
})
