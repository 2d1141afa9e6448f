import { describe, expect, test } from 'vitest'
import { loneFile, ofNoDeal } from '#shared/deal/lone-file.ts'
import { stepFields } from '#shared/deal/step-form.ts'
import { stepNamed } from '#shared/deal/steps.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { changedId } from '#shared/record/change.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES } from '#shared/trade/index.ts'
import { ROLE_NAMES } from '#shared/trade/role-names.ts'
import { WAY_TYPES, type WayType } from '#shared/workflow/standard/index.ts'
import { aView, MIA } from '../../fixtures/deal-file.ts'

const OTHER = '0000000000000000000000WEND'
const view = aView({ roles: ['gm'] })
const everybody = { id: MIA, roles: Object.keys(ROLE_NAMES), is: ['owner', 'manager', 'assignee'] as const }

/** A value that a field may have; who is named in it is somebody else than who acts. */
function plain(field: Field): unknown {
  if (field.kind === 'choice') return Object.keys(field.choices)[0]
  return PLAIN[field.kind] ?? null
}

const PLAIN: Readonly<Partial<Record<Field['kind'], unknown>>> = {
  text: 'x',
  integer: 3,
  quantity: 1_000,
  money: 10_000,
  price: 1_000_000,
  percent: 10,
  currency: 'USD',
  country: 'BR',
  date: '2026-10-20',
  instant: view.now,
  boolean: true,
  email: 'a@b.example',
  reference: OTHER,
}

/** Of no deal: with all that it can have, and with what it must. */
function records(type: WayType, status: string): AnyRecord[] {
  const { fields }: { readonly fields: Fields } = TYPES[type]
  return [true, false].map((isWhole) => {
    const values = Object.entries(fields).map(([key, field]) => [
      key,
      isWhole || field.required ? (field.initial ?? plain(field)) : (field.initial ?? null),
    ])
    const record = { id: '0000000000000000000000SELF', version: 3, custom: {}, created_at: 0, updated_at: 0 }
    return { ...record, ...Object.fromEntries(values), status, deal_id: null } as unknown as AnyRecord
  })
}

/** What becomes of a step of a record of no deal. */
function taken(type: WayType, record: AnyRecord, way: string) {
  const file = loneFile(type, record, view)
  const step = stepNamed(file, type, record, way, view)
  const asked = step ? Object.entries(stepFields(step, view)) : []
  const input = Object.fromEntries(asked.map(([key, field]) => [key, plain(field)]))
  return takeStep({ file, type, record, way, input, by: everybody, view })
}

describe.each(WAY_TYPES)('every way of a %s of no deal', (type) => {
  const ways = [
    ...loneFile(type, records(type, '')[0] as AnyRecord, view)
      .way(type)
      .ways.values(),
  ]

  test.each(ways.map(({ key, from }) => [key, from]))('%s is taken, or says why not', (key, from) => {
    for (const record of records(type, from)) {
      const step = taken(type, record, key)
      if ('problems' in step) {
        for (const { message } of step.problems) expect(message).not.toBe('')
        continue
      }
      const changes = ofNoDeal(step.changes)
      expect(changes.filter((change) => change.kind !== 'create' && change.before.id === '')).toEqual([])
      expect(JSON.stringify(changes.map((change) => ('values' in change ? change.values : {})))).not.toContain(':""')
      expect(new Set(changes.map(changedId)).size).toBe(changes.length)
      expect(changes[0]).toMatchObject({ kind: 'update', type, before: { id: record.id, version: 3 } })
    }
  })

  test('goes somewhere', () => {
    const moved = ways.filter(({ key, from }) => records(type, from).some((one) => 'changes' in taken(type, one, key)))
    expect(moved.length).toBeGreaterThan(ways.length / 3)
  })
})

test('nobody is asked to approve what no deal tells them of', () => {
  const [whole] = records('quotation', 'draft')
  const asking = taken('quotation', whole as AnyRecord, 'submit')
  expect(asking).toMatchObject({ problems: [{ field: 'deal_id', code: 'no_deal' }] })
})
