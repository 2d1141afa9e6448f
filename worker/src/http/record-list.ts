import { z } from '@hono/zod-openapi'
import { mayAtAll } from '#shared/access/access.ts'
import { fieldsOf } from '#shared/access/field-class.ts'
import { fieldValue } from '#shared/record/custom.ts'
import { type Field, type Fields, STORAGE } from '#shared/record/field.ts'
import { problem } from '#shared/record/problems.ts'
import { STAMPS } from '#shared/record/record-type.ts'
import { fieldSchema } from '#shared/record/validation.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { listRecords, readRecord } from '../store/records.ts'
import type { AppContext } from './app-types.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { parseValue, singles } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { shown } from './shown.ts'

/** A page is bounded; a larger wish is refused, not silently cut. */
const LIMIT_MAX = 200

export const ListParams = z.object({
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(50),
  /** A field's key, `custom.laser_logo` for one of the firm's own; `-promised_date` is descending. */
  sort: z.string().max(60).default('id'),
  /** `next` of the page before. */
  cursor: z.string().max(20_000).optional(),
})

/** One page of a type: filtered by any of its fields, sorted by one, continued by cursor. */
export async function listPage(context: AppContext, name: TypeName): Promise<Response> {
  const { limit: wanted, sort: sortParam, cursor, ...filters } = singles(context)
  const params = parseValue(context, ListParams, { limit: wanted, sort: sortParam, cursor })
  const descending = params.sort.startsWith('-')
  const sort = descending ? params.sort.slice(1) : params.sort
  const { database, person } = context.var
  const fields = fieldsOf(name, person)
  const sorted = fieldOf(fields, sort)
  if (!STAMPS.includes(sort) && (!sorted || sorted.kind === 'texts' || sorted.kind === 'data')) {
    throw unknown(context, 'sort')
  }
  const filter = Object.fromEntries(
    Object.entries(filters).map(([key, value]) => {
      const field = fieldOf(fields, key)
      if (!field || field.kind === 'data') throw unknown(context, key)
      return [key, filterValue(context, key, field, value)]
    }),
  )
  const after = params.cursor === undefined ? undefined : readCursor(context, params.cursor)

  if (!mayAtAll(person.access, name, 'view')) return context.json({ records: [], next: null })
  const [rows = []] = await database.batch([
    listRecords(name, person, {
      filter,
      sort,
      descending,
      limit: params.limit + 1,
      ...(after ? { after } : {}),
    }),
  ])

  const page = rows.slice(0, params.limit).map((row) => readRecord(name, row))
  const last = page.at(-1)
  const next = rows.length > params.limit && last ? writeCursor(fieldValue(last, sort), last.id) : null
  return context.json({ records: page.map((record) => shown(name, record, person)), next })
}

const unknown = (context: AppContext, field: string) =>
  new HttpProblem('invalid', [problem(field, 'unknown', context.var.language)])

/** A field that people may see, by its own name only: `constructor` is none. */
const fieldOf = (fields: Fields, key: string): Field | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined

/** A query string knows only text; the field's own kind says what it must be. The word `null` stands for nothing. */
function filterValue(context: AppContext, key: string, field: Field, value: string): string | number | null {
  if (value === 'null') return null
  if (field.kind === 'texts') return value
  if (field.kind === 'boolean' && /^(true|false)$/.test(value)) return value === 'true' ? 1 : 0
  const typed = STORAGE[field.kind] === 'INTEGER' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  parseValue(context, z.object({ [key]: fieldSchema(field) }), { [key]: typed })
  return typed
}
