import { describe, expect, test } from 'vitest'
import { settled } from '#shared/deal/settled.ts'
import { hashOf, keptOf, snapshotOf } from '#shared/deal/snapshot.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { aDealFile, aView, DEAL, MIA, NOW, published, standingAt } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

const ROAD = {
  key: 'checked',
  version: 1,
  name: 'Checked',
  subject: 'deal',
  fields: [{ key: 'budget', label: 'Budget', kind: 'number' }],
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'check', type: 'approval', policy: 'boss' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'check' },
    { from: 'check', to: 'done' },
  ],
  approvals: [{ key: 'boss', steps: [{ mode: 'any', approvers: [{ role: 'gm' }] }] }],
}

type Given = Parameters<typeof aDealFile>[0]

const waiting = (deal: NonNullable<Given>['deal'] = {}, parts: NonNullable<Given>['parts'] = {}) =>
  aDealFile({
    deal: { workflow: 'checked', workflow_version: 1, state: standingAt('check'), stage: 'check', ...deal },
    parts,
    published: [published(ROAD)],
  })

const hash = (file: ReturnType<typeof aDealFile>) => hashOf(snapshotOf(file, 'deal', file.deal as unknown as AnyRecord))

const withBudget = (budget: number) => ({ ...standingAt('check'), data: { budget, off: true } })

describe('what is approved of a deal', () => {
  test('is the firm’s own fields too, in whichever order they stand', () => {
    const own = waiting({ custom: { off: 5, logo: 'x' } })
    expect(hash(own)).not.toBe(hash(waiting({ custom: { off: 50, logo: 'x' } })))
    expect(hash(own)).not.toBe(hash(waiting()))
    expect(hash(own)).toBe(hash(waiting({ custom: { logo: 'x', off: 5 } })))
  })

  test('is not whose it is: it is handed on while it waits', () => {
    const other = { owner_id: NOW.toString(), merchandiser_id: MIA, team_id: DEAL }
    expect(hash(waiting(other))).toBe(hash(waiting()))
  })

  test('is what the road has asked, in whichever order it was told', () => {
    const told = waiting({ state: withBudget(100) })
    expect(hash(told)).not.toBe(hash(waiting({ state: withBudget(1_000) })))
    const later = { ...standingAt('check'), data: { off: true, budget: 100 } }
    expect(hash(told)).toBe(hash(waiting({ state: later })))
  })

  test.each([
    ['the firm’s own field', { custom: { off: 50 } }],
    ['the road’s own field', { state: withBudget(50) }],
  ])('is asked for anew when %s has changed since', (_, now) => {
    const before = waiting({ custom: { off: 5 }, state: withBudget(5) })
    const asked = a.approval({
      id: 'A',
      deal_id: DEAL,
      subject_type: 'deal',
      subject_id: DEAL,
      subject_hash: hash(before),
      policy: 'boss',
      requested_by: MIA,
      requested_at: NOW,
      status: 'pending',
    })
    const still = settled(waiting({ custom: { off: 5 }, state: withBudget(5) }, { approval: [asked] }), [], aView())
    expect('changes' in still && still.changes.filter(({ type }) => type === 'approval')).toEqual([])
    const after = settled(
      waiting({ custom: { off: 5 }, state: withBudget(5), ...now }, { approval: [asked] }),
      [],
      aView(),
    )
    expect('changes' in after && after.changes.filter(({ type }) => type === 'approval')).toMatchObject([
      { kind: 'update', values: { status: 'superseded' } },
      { kind: 'create', values: { status: 'pending', requested_by: MIA } },
    ])
  })
})

test('what is approved of a record is the firm’s own fields of it too', () => {
  const file = waiting()
  const of = (custom: object) => hashOf(snapshotOf(file, 'contract', a.contract({ id: 'K', custom } as never)))
  expect(of({ off: 5 })).not.toBe(of({ off: 50 }))
})

test('what is kept of it tells nobody more than they may see', () => {
  const shown = { kind: 'number', own: true, label: { en: 'x', 'zh-CN': 'x' } } as const
  const fields = { 'custom.off': shown, 'custom.earned': { ...shown, access: 'profit' } } as const
  const snapshot = snapshotOf(
    waiting(),
    'deal',
    waiting({ custom: { off: 5, earned: 7 } }).deal as unknown as AnyRecord,
  )
  expect(keptOf(snapshot, fields as never).record.custom).toEqual({ off: 5 })
})
