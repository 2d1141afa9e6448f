import { describe, expect, test } from 'vitest'
import { OWN, SUBTREE } from '#shared/access/standing.ts'
import { cancelledWith, cancelProblem, holdsOf } from '#shared/order/header.ts'
import type { Installment, ProductionOrder, Shipment } from '#shared/trade/index.ts'

const of = (
  given: {
    paid?: number
    production?: readonly ProductionOrder['status'][]
    shipments?: readonly Shipment['status'][]
  } = {},
) => ({
  installments: [{ amount: 100, paid_amount: given.paid ?? 0, status: 'scheduled' } as Installment],
  production: (given.production ?? []).map((status) => ({ status }) as ProductionOrder),
  shipments: (given.shipments ?? []).map((status) => ({ status }) as Shipment),
})

const REP = { roles: ['sales_rep'], standing: OWN | SUBTREE }
const ABOVE = { roles: ['sales_rep'], standing: SUBTREE }
const MANAGER = { roles: ['sales_manager'], standing: 1 }
const GM = { roles: ['gm'], standing: 0 }
const OPEN = { status: 'confirmed', exec_status: 'waiting_deposit' } as const

test.each([
  ['a sales rep', REP, of(), 'manager'],
  ['who stands above them', ABOVE, of(), null],
  ['a sales manager', MANAGER, of(), null],
  ['a manager once something is paid', MANAGER, of({ paid: 1 }), 'deposit'],
  ['the general manager then', GM, of({ paid: 1 }), null],
  ['anybody while it is made', GM, of({ production: ['planned', 'running'] }), 'running'],
  ['the general manager while it is paused', GM, of({ production: ['paused', 'inspected'] }), null],
  ['a manager while it is booked', MANAGER, of({ shipments: ['booked'] }), null],
  ['anybody once it is loaded', GM, of({ shipments: ['loaded'] }), 'shipped'],
  ['anybody while a container that was rolled may be packed', GM, of({ shipments: ['rolled'] }), 'rolled'],
  ['anybody once a part has left beside it', GM, of({ shipments: ['rolled', 'on_board'] }), 'shipped'],
  ['anybody once a part has left', GM, of({ shipments: ['planned', 'on_board'] }), 'shipped'],
] as const)('%s: cancelling comes to %j with %j: %s', (_, who, parts, problem) => {
  expect(cancelProblem(OPEN, parts, who)).toBe(problem)
})

test.each([
  { status: 'cancelled', exec_status: 'not_started' },
  { status: 'draft', exec_status: 'not_started' },
  { status: 'completed', exec_status: 'closed' },
  { status: 'confirmed', exec_status: 'closed' },
] as const)('%j is cancelled by nobody', (order) => {
  expect(cancelProblem(order, of(), GM)).toBe('not_open')
})

test('with an order goes what is open and not begun, and not what is made', () => {
  const { production } = cancelledWith(of({ production: ['planned', 'paused', 'running', 'finished', 'closed'] }))
  expect(production.map(({ status }) => status)).toEqual(['planned', 'paused'])
})

describe('an order is held for', () => {
  test.each([
    [['finance'], 0, ['credit']],
    [['qc'], 0, ['quality']],
    [['doc_clerk'], 0, ['document']],
    [['sales_manager'], 1, ['customer', 'document']],
    [['sales_rep'], SUBTREE, ['customer', 'document']],
    [['sales_rep'], OWN | SUBTREE, []],
    [['gm'], 0, ['credit', 'quality', 'customer', 'document']],
    [['auditor', 'purchaser'], 0, []],
  ])('%j with the standing %i: %j', (roles, standing, kinds) => {
    expect(holdsOf({ roles, standing })).toEqual(kinds)
  })
})
