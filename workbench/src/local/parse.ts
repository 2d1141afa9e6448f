import type { z } from 'zod'
import { problemsOf } from '#shared/record/problems.ts'
import { HttpProblem } from '../../../worker/src/http/problem.ts'

/** The body of a request to a door, as the schema has it. Throws `invalid` with the field of each problem. */
export function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new HttpProblem('invalid', problemsOf(parsed.error, 'en'))
  return parsed.data
}
