import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changedId } from '#shared/record/change.ts'
import { merged } from '#shared/record/merged.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'

type Written = Exclude<Change, { kind: 'remove' }>

const anId = fc.constantFrom('A', 'B', 'C')
const someValues = fc.dictionary(fc.constantFrom('subject', 'remark', 'status'), fc.string({ maxLength: 3 }))
const anUpdate = fc.record({ id: anId, values: someValues }).map(({ id, values }): Written => {
  return { kind: 'update', type: 'order', before: { id, version: 1 } as AnyRecord, values }
})

test('each record is written once, with the last word on each of its fields', () => {
  fc.assert(
    fc.property(fc.array(anUpdate), (changes) => {
      const once = merged(changes)
      expect(once.map(changedId)).toEqual([...new Set(changes.map(changedId))])
      for (const change of once as Written[]) {
        const said = changes.filter((one) => changedId(one) === changedId(change)).map(({ values }) => values)
        expect(change.values).toEqual(Object.assign({}, ...said))
      }
    }),
  )
})

test('what is taken out in the end is taken out', () => {
  const before = { id: 'A', version: 3 } as AnyRecord
  const removed: Change = { kind: 'remove', type: 'quotation_line', before }
  const changed: Change = { kind: 'update', type: 'quotation_line', before, values: { seq: 2 } }
  expect(merged([changed, removed])).toEqual([removed])
})

test('a new record that is changed at once is made as it is changed to', () => {
  const made: Change = { kind: 'create', type: 'order', id: 'N', values: { remark: 'a', currency: 'USD' } }
  const changed: Change = { kind: 'update', type: 'order', before: { id: 'N' } as AnyRecord, values: { remark: 'b' } }
  expect(merged([made, changed])).toEqual([{ ...made, values: { remark: 'b', currency: 'USD' } }])
})
