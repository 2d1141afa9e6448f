import { z } from '@hono/zod-openapi'
import { problem } from '#shared/record/problems.ts'
import type { AppContext } from './app-types.ts'
import { parseValue } from './parse.ts'
import { HttpProblem } from './problem.ts'

const Cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.ulid()])

/** Where a page ends, in the database's own values: it knows no `true`. */
export const writeCursor = (value: unknown, id: string): string =>
  btoa(encodeURIComponent(JSON.stringify([typeof value === 'boolean' ? Number(value) : value, id])))

/** Throws `invalid` for what is none of ours. */
export function readCursor(context: AppContext, cursor: string) {
  let parts: unknown
  try {
    parts = JSON.parse(decodeURIComponent(atob(cursor)))
  } catch {
    throw new HttpProblem('invalid', [problem('cursor', 'format', context.var.language)])
  }
  const [value, id] = parseValue(context, Cursor, parts)
  return { value, id }
}
