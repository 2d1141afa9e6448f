import type { z } from 'zod'
import { problem, problemsOf } from '#shared/record/problems.ts'
import { sha256 } from '../sha256.ts'
import type { AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** The body as the schema has it. Throws `unsupported`, `malformed` or `invalid` with the field of each problem. */
export async function parseBody<S extends z.ZodType>(context: AppContext, schema: S): Promise<z.output<S>> {
  const type = context.req.header('Content-Type') ?? ''
  if (!/^application\/([\w.+-]+\+)?json\s*(;\s*charset="?utf-?8"?\s*)?$/i.test(type))
    throw new HttpProblem('unsupported')
  return parseValue(context, schema, readJson(await context.req.arrayBuffer()))
}

/** JSON in UTF-8, and nothing that merely looks like it: a name in another charset would be stored broken. */
export function readJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new HttpProblem('malformed')
  }
}

/** Any value from outside as the schema has it. */
export function parseValue<S extends z.ZodType>(context: AppContext, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new HttpProblem('invalid', problemsOf(parsed.error, context.var.language))
  return parsed.data
}

/** Query parameters, each given once: of two values for one filter neither is meant. */
export function singles(context: AppContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([key, values]) => {
      if (values.length !== 1) throw new HttpProblem('invalid', [problem(key, 'format', context.var.language)])
      return [key, values[0] ?? '']
    }),
  )
}

/**
 * The Idempotency-Key, plain or as the quoted string of the IETF draft; null when there is none.
 * Only visible ASCII, so that it is the same key however it travels.
 */
export function idempotencyKey(context: AppContext): string | null {
  const header = context.req.header('Idempotency-Key')
  if (header === undefined) return null
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (!/^[!#-[\]-~]{1,128}$/.test(key)) throw new HttpProblem('key_invalid')
  return key
}

/** SHA-256 of what is asked, to tell a repeated call from a key used for something else. */
export const requestHash = (asked: unknown): Promise<string> => sha256(JSON.stringify(asked))
