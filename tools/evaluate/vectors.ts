import { z } from 'zod'
import { FAMILIES } from './families/index.ts'
import type { Family } from './family.ts'
import { UsageError } from './usage-error.ts'
import { VectorFile } from './vector-file.ts'

/**
 * The product's answers, in the form of the file. A family that is not implemented, or no list, is left
 * out; a vector that cannot be read or worked out is answered `{error}` and keeps no other from its answer.
 */
export function evaluateVectors(content: unknown): {
  readonly families: Readonly<Record<string, readonly Answer[]>>
  readonly leftOut: readonly string[]
} {
  const parsed = VectorFile.safeParse(content)
  if (!parsed.success) throw new UsageError('not a file of vectors, expected {"families": {"F": [{"name", "input"}]}}')
  const families: [string, Answer[]][] = []
  const leftOut: string[] = []
  for (const [name, vectors] of Object.entries(parsed.data.families)) {
    const family = FAMILIES.get(name)
    if (family && Array.isArray(vectors)) {
      families.push([name, vectors.map((vector) => answerTo(vector, family, parsed.data))])
    } else leftOut.push(name)
  }
  return { families: Object.fromEntries(families), leftOut }
}

interface Answer {
  readonly name: unknown
  readonly output: unknown
}

function answerTo(vector: unknown, family: Family, file: VectorFile): Answer {
  const { name = null, input } = (vector ?? {}) as { readonly name?: unknown; readonly input?: unknown }
  try {
    return { name, output: family(input, file) }
  } catch (error) {
    return { name, output: { error: reason(error) } }
  }
}

function reason(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error)
  const [issue] = error.issues
  return `${['input', ...(issue?.path ?? [])].join('.')}: ${issue?.message}`
}
