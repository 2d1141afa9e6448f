import { describe, expect, test } from 'vitest'
import { FOLLOWER, inTurn, makingTurn } from '#shared/deal/next-steps.ts'
import { type Step, stepsOf } from '#shared/deal/steps.ts'
import { waitedFor } from '#shared/deal/waited-for.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, MIA, NOW, standingAt } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

const ofDeal = { deal_id: DEAL, customer_id: 'C' }

describe('the steps of a deal', () => {
  const inquiry = anInquiry({ id: 'I', deal_id: DEAL, status: 'contacted', claimed_at: NOW, owner_id: MIA })
  const quotation = a.quotation({ id: 'Q', ...ofDeal, status: 'sent' as never, valid_until: '2026-12-01' } as never)
  const file = aDealFile({
    deal: { state: standingAt('contract') },
    parts: {
      inquiry: [inquiry],
      quotation: [quotation],
      contract: [a.contract({ id: 'K', ...ofDeal, status: 'approved' as never })],
    },
  })
  const view = aView()
  const turns = inTurn(stepsOf(file, view), waitedFor(file, view), file).sort((a, b) => a.turn.rank - b.turn.rank)

  test('are all there, each once', () => {
    const names = (steps: readonly Step[]) =>
      steps.map(({ type, record, way }) => `${type} ${record.id} ${way.key}`).sort()
    expect(names(turns.map(({ step }) => step))).toEqual(names(stepsOf(file, aView())))
  })

  test('begin with how the road goes on, and then with what the stage waits for', () => {
    expect(turns.slice(0, 2).map(({ step }) => `${step.type} ${step.way.key}`)).toEqual([
      'deal contract-production',
      'contract send',
    ])
  })

  test('of other records are told apart, and ways out come last', () => {
    for (const { step, turn } of turns)
      expect(turn.isElsewhere).toBe(step.type === 'inquiry' || step.type === 'quotation')
    expect(turns.at(-1)?.step).toMatchObject({ type: 'deal', way: { kind: 'choice' } })
  })
})

const NOBODY = { steps: [], isUnfollowed: false } as const

test('what is waited for is made next, in the order in which it is waited for', () => {
  const [first, second] = [
    makingTurn('sample', ['sample', 'contract'], NOBODY),
    makingTurn('contract', ['sample', 'contract'], NOBODY),
  ]
  expect([first.isAhead, second.isAhead, first.rank < second.rank]).toEqual([true, true, true])
  expect(makingTurn('shipment', ['sample'], NOBODY)).toMatchObject({ isAhead: false, isElsewhere: true })
})

test('another is no next thing while one is under way; papers are many', () => {
  const steps = [{ type: 'receipt' }, { type: 'document' }] as never
  expect(makingTurn('receipt', ['receipt'], { steps, isUnfollowed: false }).isAhead).toBe(false)
  expect(makingTurn('document', ['document'], { steps, isUnfollowed: false }).isAhead).toBe(true)
})

test('papers come after all else that is waited for', () => {
  expect(makingTurn('document', ['production_order', 'document'], NOBODY).isAhead).toBe(false)
})

test('somebody to follow the deal is named when nothing else is next, and where one is missing', () => {
  const missing = makingTurn(FOLLOWER, ['receipt'], { steps: [], isUnfollowed: true })
  expect([missing.isAhead, missing.rank > makingTurn('receipt', ['receipt'], NOBODY).rank]).toEqual([true, true])
  expect(makingTurn(FOLLOWER, ['receipt'], NOBODY).isAhead).toBe(false)
})
