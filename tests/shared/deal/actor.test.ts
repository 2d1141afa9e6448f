import { expect, test } from 'vitest'
import { OWN, type Standing, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { actorOf } from '#shared/deal/actor.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'

const is = (standing: Standing, record = {}) =>
  actorOf({ id: 'me', roles: ['sales_rep'] }, record as AnyRecord, standing).is

test('nobody is their own manager, though one’s own records are within one’s subtree', () => {
  expect(is(OWN | SUBTREE)).toEqual(['owner'])
  expect(is(SUBTREE)).toEqual(['manager'])
  expect(is(TEAM)).toEqual([])
  expect(is(0, { assignee_id: 'me' })).toEqual(['assignee'])
})
