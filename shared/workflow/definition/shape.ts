import type { z } from 'zod'
import { Definition, SIZE_MAX } from './definition.ts'
import { type DefinitionCode, type DefinitionProblem, definitionProblem, pointer } from './problem.ts'

/** Somebody who sent twenty thousand wrong entries is not helped by twenty thousand sentences. */
export const PROBLEMS_MAX = 100

/** A definition, or what keeps any JSON from being one, each with its place. */
export function readDefinition(
  json: unknown,
):
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: DefinitionProblem[] } {
  if (sizeOf(json) > SIZE_MAX)
    return { ok: false, problems: [definitionProblem('too_big_a_file', '', { maximum: SIZE_MAX })] }
  const parsed = Definition.safeParse(json)
  if (parsed.success) return { ok: true, definition: parsed.data }
  const problems = parsed.error.issues.slice(0, PROBLEMS_MAX).flatMap((issue) => problemsOf(issue, []))
  return { ok: false, problems: problems.slice(0, PROBLEMS_MAX) }
}

/** Bytes of UTF-8; more than anything for what JSON cannot hold. */
function sizeOf(json: unknown): number {
  try {
    const written = JSON.stringify(json) ?? ''
    // No character takes more than three; only near the limit it pays to look closer.
    if (written.length > SIZE_MAX || written.length * 3 <= SIZE_MAX) return written.length
    return [...written].reduce((bytes, one) => bytes + bytesOf(one.codePointAt(0) ?? 0), 0)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function problemsOf(issue: Issue, above: Path): DefinitionProblem[] {
  const path = [...above, ...issue.path]
  const said = (code: DefinitionCode, values?: Record<string, string | number>) => [
    definitionProblem(code, pointer(...path), values),
  ]
  switch (issue.code) {
    case 'invalid_union':
      return nearest(issue.errors).flatMap((one) => problemsOf(one, path))
    case 'unrecognized_keys':
      return issue.keys.map((key) => definitionProblem('unknown', pointer(...path, key)))
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? said('required')
        : said('type', { expected: issue.expected })
    case 'invalid_value':
      return said('choice', { values: issue.values.map(String).join(', ') })
    case 'too_big':
      return said('too_big', { maximum: String(issue.maximum) })
    case 'too_small':
      return said('too_small', { minimum: String(issue.minimum) })
    case 'invalid_key':
      return said('name')
    default:
      return said(isWord(issue.message) ? issue.message : 'format')
  }
}

const WORDS = ['name', 'path', 'currency', 'one_of'] as const
const isWord = (message: string): message is (typeof WORDS)[number] => (WORDS as readonly string[]).includes(message)

/** Of several forms that something could have had, the one that was nearly meant: what is wrong with it is wrong deepest inside. */
function nearest(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.min(...issues.map(({ path }) => path.length))
  const wrong = (issues: readonly Issue[]) =>
    issues.filter(({ code, path }) => path.length === 0 && code === 'invalid_type').length
  const sorted = [...errors].sort((a, b) => wrong(a) - wrong(b) || depth(b) - depth(a) || a.length - b.length)
  return sorted[0]?.length ? sorted[0] : []
}
