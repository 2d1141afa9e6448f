import { describe, expect, it } from 'vitest'
import type { RecordType } from '#shared/record/record-type.ts'
import { recordSchema } from '#shared/record/validation.ts'
import { TYPES } from '#shared/trade/index.ts'
import { must, NOW, records, rowsOf, TYPE_NAMES } from './demo-reading.ts'

const BOOKKEEPING = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'source', 'custom']

describe('every row is whole and legal', () => {
  it.each(TYPE_NAMES)('%s: exactly the fields of the type, with values it allows', (type) => {
    const keys = [...BOOKKEEPING, ...Object.keys(TYPES[type].fields)].sort()
    const schema = recordSchema(TYPES[type])
    for (const row of rowsOf(type)) {
      expect(Object.keys(row).sort()).toEqual(keys)
      const parsed = schema.safeParse(row)
      if (!parsed.success) throw new Error(`${type} ${String(row.id)}: ${parsed.error.message}`)
    }
  })

  it('keeps the unique indexes of its types', () => {
    for (const type of TYPE_NAMES) {
      const { indexes = {} }: RecordType = TYPES[type]
      for (const { on } of [{ on: ['id'] }, ...Object.values(indexes).filter((index) => index.unique)]) {
        const keys = rowsOf(type)
          .filter((row) => on.every((field) => row[field] !== null))
          .map((row) => JSON.stringify(on.map((field) => row[field])))
        expect(new Set(keys).size, `${type} by ${on.join()}`).toBe(keys.length)
      }
    }
  })

  it('refers to nothing that is not there', () => {
    const ids = Object.fromEntries(TYPE_NAMES.map((type) => [type, new Set(rowsOf(type).map(({ id }) => id))]))
    for (const type of TYPE_NAMES) {
      const fields = Object.entries(TYPES[type].fields).filter(([, field]) => field.kind === 'reference')
      for (const row of rowsOf(type)) {
        expect(ids.user?.has(row.created_by)).toBe(true)
        for (const [key, field] of fields) {
          if (row[key] !== null && 'to' in field) expect(ids[field.to]?.has(row[key]), `${type}.${key}`).toBe(true)
        }
      }
    }
  })

  it('has made nothing in the future, and no order before its customer', () => {
    const made = TYPE_NAMES.flatMap((type) => rowsOf(type).map((row) => row.created_at as number))
    expect(Math.max(...made)).toBeLessThanOrEqual(NOW)
    expect(Math.max(...records.interaction.map((one) => one.occurred_at))).toBeLessThanOrEqual(NOW)
    const since = new Map(records.customer.map((one) => [one.id, one.created_at]))
    expect(records.order.filter((one) => one.created_at < must(since.get(one.customer_id)))).toEqual([])
  })

  it('numbers the orders of a year in the order of their dates', () => {
    const byNumber = records.order.toSorted((a, b) => a.doc_no.localeCompare(b.doc_no))
    expect(byNumber.map((one) => one.order_date)).toEqual(byNumber.map((one) => one.order_date).sort())
  })
})
