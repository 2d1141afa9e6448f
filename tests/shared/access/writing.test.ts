import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessOf, may } from '#shared/access/access.ts'
import { INVOLVED, OWN, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { deniedFields, standingToNew, withOwner } from '#shared/access/writing.ts'
import type { Fields } from '#shared/record/field.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { ROLES } from '#shared/trade/user.ts'
import { allowedAtAll } from '../../fixtures/posts.ts'

const types = Object.keys(TYPES) as TypeName[]
const ME = 'me'
const writer = (...roles: string[]) => ({ id: ME, teamId: 'a', access: accessOf(roles) })
const belonging = (type: TypeName) => (TYPES[type] as RecordType).belongs ?? {}

const aRole = fc.constantFrom(...ROLES)
const aType = fc.constantFrom(...types)
const aStanding = fc.integer({ min: 0, max: OWN | TEAM | SUBTREE | INVOLVED })
/** Any values for any fields of a type, whose it is among them. */
const valuesOf = (type: TypeName) => {
  const value = fc.constantFrom(ME, 'another', null, 1)
  return fc.dictionary(fc.constantFrom(...Object.keys(TYPES[type].fields)), value)
}
const aWrite = aType.chain((type) => fc.record({ type: fc.constant(type), values: valuesOf(type) }))

describe('whose a new record is', () => {
  test('its maker’s, where they make their own and say nothing', () => {
    expect(withOwner('customer', {}, writer('sales_rep'))).toEqual({ owner_id: ME })
    expect(withOwner('customer', { owner_id: null }, writer('sales_manager'))).toEqual({ owner_id: ME })
    expect(withOwner('order', { remark: 'x' }, writer('sales_rep'))).toEqual({ remark: 'x', owner_id: ME })
  })

  test('as they say, where they say so; and nobody’s, where they make anybody’s', () => {
    expect(withOwner('customer', { owner_id: 'another' }, writer('sales_rep'))).toEqual({ owner_id: 'another' })
    expect(withOwner('customer', {}, writer('gm'))).toEqual({})
    expect(withOwner('inquiry', {}, writer('sales_manager'))).toEqual({})
  })

  test('what belongs to nobody by a field of its own is left as it was sent', () => {
    for (const type of types.filter((one) => !belonging(one).to)) {
      expect(withOwner(type, { a: 1 }, writer('sales_rep', 'sales_manager'))).toEqual({ a: 1 })
    }
  })
})

describe('how its maker stands to a new record', () => {
  const stand = (type: TypeName, values: object, standings: Record<string, number>) =>
    standingToNew(type, values as Record<string, unknown>, standings, writer())

  test('as to the nearest of its people', () => {
    expect(stand('order', {}, { owner_id: SUBTREE, merchandiser_id: OWN })).toBe(SUBTREE | OWN)
    expect(stand('customer', {}, { owner_id: 0 })).toBe(0)
  })

  test('as to what it is made within', () => {
    expect(stand('contact', {}, { customer_id: SUBTREE })).toBe(SUBTREE)
    expect(stand('interaction', {}, { customer_id: INVOLVED })).toBe(INVOLVED)
    expect(stand('order', {}, { customer_id: TEAM })).toBe(TEAM)
  })

  test('who works on one order of a customer has no part in a new one', () => {
    expect(stand('order', {}, { customer_id: INVOLVED })).toBe(0)
  })

  test('what is with their team is their team’s, and what is with none is not', () => {
    expect(stand('inquiry', { team_id: 'a' }, {})).toBe(TEAM)
    expect(stand('inquiry', { team_id: 'b' }, {})).toBe(0)
    expect(standingToNew('inquiry', { team_id: null }, {}, { ...writer(), teamId: null })).toBe(0)
  })

  test('what else a record refers to brings nobody nearer', () => {
    fc.assert(
      fc.property(aWrite, aStanding, ({ type, values }, standing) => {
        const { to = [], within, team } = belonging(type)
        const others = Object.keys(TYPES[type].fields).filter((key) => !to.includes(key) && key !== within)
        const standings = Object.fromEntries(others.map((key) => [key, standing]))
        const sent = { ...values, ...(team ? { [team]: null } : {}) }
        expect(standingToNew(type, sent, standings, writer())).toBe(0)
      }),
    )
  })
})

describe('what somebody may not set', () => {
  const denied = (verb: 'create' | 'edit', type: TypeName, values: object, standing: number, ...roles: string[]) =>
    deniedFields(type, verb, { values: values as Record<string, unknown>, standing }, writer(...roles))

  test('whose a record is, without the right to hand it out, however near they stand', () => {
    fc.assert(
      fc.property(aRole, aWrite, aStanding, (role, { type, values }, standing) => {
        const { to = [], team } = belonging(type)
        const whose = Object.keys(values).filter((key) => to.includes(key) || key === team)
        const refused = denied('edit', type, values, standing, role)
        const mayHandOut = may(accessOf([role]), type, 'assign', standing)
        expect(whose.filter((key) => !refused.includes(key))).toEqual(mayHandOut ? whose : [])
      }),
    )
  })

  test('on making one, anybody else as its owner or follower, or another team', () => {
    expect(denied('create', 'customer', { owner_id: ME, name: 'x' }, OWN, 'sales_rep')).toEqual([])
    expect(denied('create', 'customer', { owner_id: 'another' }, OWN, 'sales_rep')).toEqual(['owner_id'])
    expect(denied('create', 'customer', { team_id: 'a' }, OWN, 'sales_rep')).toEqual(['team_id'])
    expect(denied('create', 'order', { owner_id: ME, merchandiser_id: 'another' }, OWN, 'sales_rep')).toEqual([
      'merchandiser_id',
    ])
    expect(denied('create', 'customer', { owner_id: 'another', team_id: 'b' }, SUBTREE, 'sales_manager')).toEqual([])
    expect(denied('create', 'customer', { owner_id: 'another' }, TEAM, 'sales_manager')).toEqual(['owner_id'])
  })

  test('every single field, for whoever may neither change nor carry out', () => {
    fc.assert(
      fc.property(aRole, aWrite, aStanding, (role, { type, values }, standing) => {
        const able = (['edit', 'execute', 'assign'] as const).some((verb) =>
          may(accessOf([role]), type, verb, standing),
        )
        if (!able) expect(denied('edit', type, values, standing, role)).toEqual(Object.keys(values))
      }),
    )
  })

  test('but the fields of its execution, for whoever carries it out; on making one not even those', () => {
    const fields = Object.entries(TYPES.order.fields as Fields)
    const values = Object.fromEntries(fields.map(([key]) => [key, 'x']))
    const carriedOut = fields.filter(([, field]) => field.execution).map(([key]) => key)
    for (const role of ['merchandiser', 'planner', 'qc', 'logistics', 'doc_clerk']) {
      const refused = denied('edit', 'order', values, OWN, role)
      expect(Object.keys(values).filter((key) => !refused.includes(key))).toEqual(carriedOut)
      expect(denied('create', 'order', values, OWN, role)).toEqual(Object.keys(values))
    }
  })

  test('an own field of the firm without the right to change its record', () => {
    for (const role of ROLES) {
      const refused = denied('edit', 'order', { 'custom.anything': 1 }, OWN, role)
      expect([role, refused]).toEqual([role, allowedAtAll(role, 'order', 'edit') ? [] : ['custom.anything']])
    }
  })
})
