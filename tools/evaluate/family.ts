import type { z } from 'zod'
import type { VectorFile } from './vector-file.ts'

/**
 * Works out one vector of a family: from its input, and what the file keeps for all (`tier_config`,
 * `calendars`), to its output. Throws for an input it cannot read.
 */
export type Family = (input: unknown, file: VectorFile) => unknown

/** A family whose inputs have this form. */
export function family<S extends z.ZodType>(
  form: S,
  answer: (input: z.output<S>, file: VectorFile) => unknown,
): Family {
  return (input, file) => answer(form.parse(input), file)
}
