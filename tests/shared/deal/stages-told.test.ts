import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stagesTold } from '#shared/deal/stages-told.ts'
import { stepWords } from '#shared/panel/sections/step-words.ts'
import { STANDARD_ROAD } from '#shared/workflow/standard/index.ts'
import { aDealFile, aView, standingAt } from '../../fixtures/deal-file.ts'

const STAGES = STANDARD_ROAD.nodes.filter(({ type }) => type === 'stage')
const at = (node: string, customer: string | null = 'C') =>
  aDealFile({ deal: { customer_id: customer, state: standingAt(node), stage: node } })

test('a deal that has come to another stage is told once, by the names of both; one that stands still is not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STAGES), fc.constantFrom(...STAGES), (one, other) => {
      const told = stagesTold(at(one.key), at(other.key), aView())
      expect(told).toHaveLength(one.key === other.key ? 0 : 1)
      for (const change of told) {
        if (change.kind !== 'create') throw new Error(change.kind)
        expect(change.values).toMatchObject({ kind: 'stage', direction: 'internal', customer_id: 'C' })
        for (const language of ['en', 'zh-CN'] as const) {
          const words = [one, other].map(({ key }) => at(key).road?.nodes.get(key)?.name[language])
          expect(words.every(Boolean)).toBe(true)
          expect(stepWords(String(change.values.snippet), language)).toBe(words.join(' → '))
        }
      }
    }),
  )
})

test('the deal of an unknown sender has no timeline to tell it in', () => {
  const [one, other] = STAGES
  expect(stagesTold(at(one?.key ?? '', null), at(other?.key ?? '', null), aView())).toEqual([])
})

test.each(['stage:', 'stage:[', 'stage:[[],[]]', 'stage:[1]', 'stage:{}', 'stage:[[null],[null]]'])(
  'what somebody wrote over the API that is no such list says nothing: %s',
  (snippet) => {
    expect(stepWords(snippet, 'en')).toBe(null)
  },
)
