import { z } from '@hono/zod-openapi'
import type { Field } from '#shared/record/field.ts'
import { problem } from '#shared/record/problems.ts'
import { type RecordType, STAMPS } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { listRecords, readRecord } from '../store/records.ts'
import type { AppContext } from './app-types.ts'
import { parseValue } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** A page is bounded; a larger wish is refused, not silently cut. */
const LIMIT_MAX = 200

export const ListParams = z.object({
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(50),
  /** A field's key; `-promised_date` is descending. */
  sort: z.string().max(60).default('id'),
  /** `next` of the page before. */
  cursor: z.string().max(2_000).optional(),
})

const Cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.ulid()])

/** One page of a type: filtered by any of its fields, sorted by one, continued by cursor. */
export async function listPage(context: AppContext, name: TypeName): Promise<Response> {
  const { limit: wanted, sort: sortParam, cursor, ...filters } = context.req.query()
  const params = parseValue(context, ListParams, { limit: wanted, sort: sortParam, cursor })
  const descending = params.sort.startsWith('-')
  const sort = descending ? params.sort.slice(1) : params.sort
  const fields: RecordType['fields'] = TYPES[name].fields
  if (!(sort in fields) && !STAMPS.includes(sort)) throw unknown(context, 'sort')
  const filter = Object.fromEntries(
    Object.entries(filters).map(([key, value]) => {
      const field = fields[key]
      if (!field) throw unknown(context, key)
      return [key, filterValue(field, value)]
    }),
  )
  const after = params.cursor === undefined ? undefined : readCursor(context, params.cursor)

  const { database, person } = context.var
  const [rows = []] = await database.batch([
    listRecords(name, person.tenantId, {
      filter,
      sort,
      descending,
      limit: params.limit + 1,
      ...(after ? { after } : {}),
    }),
  ])

  const page = rows.slice(0, params.limit)
  const last = page.at(-1)
  const next = rows.length > params.limit && last ? writeCursor(last[sort], String(last.id)) : null
  return context.json({ records: page.map((row) => readRecord(name, row)), next })
}

const unknown = (context: AppContext, field: string) =>
  new HttpProblem('invalid', [problem(field, 'unknown', context.var.language)])

/** A query string knows only text; the column knows better. The word `null` stands for nothing. */
function filterValue(field: Field, value: string): string | number | null {
  if (value === 'null') return null
  if (field.kind === 'boolean') return value === 'true' ? 1 : 0
  const number = ['integer', 'money', 'price', 'quantity', 'rate', 'percent', 'instant'].includes(field.kind)
  return number && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

const writeCursor = (value: unknown, id: string): string =>
  btoa(encodeURIComponent(JSON.stringify([value ?? null, id])))

function readCursor(context: AppContext, cursor: string) {
  let parts: unknown
  try {
    parts = JSON.parse(decodeURIComponent(atob(cursor)))
  } catch {
    throw unknown(context, 'cursor')
  }
  const [value, id] = parseValue(context, Cursor, parts)
  return { value, id }
}
