import { folded } from '#shared/recognition/fold.ts'

/** How the answers to one field of some mails stand against what they should be. */
export interface Score {
  readonly field: string
  readonly expected: number
  readonly right: number
  /** Right or not, but said to be uncertain. */
  readonly uncertain: number
  readonly missing: number
  readonly wrong: readonly string[]
}

/** What of `expected.json` is a duty of other rooms, or a note to the reader, and no field of the form. */
const NO_FIELDS = new Set([
  ...[
    'number_format',
    'quoted_text_must_be_ignored',
    'effects',
    'auto_reply_allowed',
    'arrives_in_holiday',
    'must_not',
    'follows',
  ],
])

type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Field by field over all mails. Lines and terms are compared in their order; wants by whether they are there. */
export function score(expected: Answers, answers: Answers): Score[] {
  const table = new Map<
    string,
    { expected: number; right: number; uncertain: number; missing: number; wrong: string[] }
  >()
  for (const [mail, fields] of Object.entries(expected)) {
    const answer = answers[mail] ?? {}
    const uncertain = new Set((answer.uncertain as readonly string[] | undefined) ?? [])
    for (const { field, path, value } of leaves(fields)) {
      const row = table.get(field) ?? { expected: 0, right: 0, uncertain: 0, missing: 0, wrong: [] }
      table.set(field, row)
      row.expected++
      const given = at(answer, path)
      if (
        isList(value)
          ? (given as readonly unknown[] | undefined)?.some((one) => same(one, value.want))
          : same(given, value)
      )
        row.right++
      else if (given === undefined || isList(value)) row.missing++
      else if (uncertain.has(path)) row.uncertain++
      else row.wrong.push(`${mail} ${path}: ${JSON.stringify(given)} for ${JSON.stringify(value)}`)
    }
  }
  return [...table].map(([field, row]) => ({ field, ...row }))
}

export const total = (scores: readonly Score[]) => {
  const sum = (of: (score: Score) => number) => scores.reduce((all, one) => all + of(one), 0)
  return {
    expected: sum((one) => one.expected),
    right: sum((one) => one.right),
    uncertain: sum((one) => one.uncertain),
    missing: sum((one) => one.missing),
    wrong: sum((one) => one.wrong.length),
  }
}

interface Leaf {
  readonly field: string
  readonly path: string
  readonly value: unknown
}

const isList = (value: unknown): value is { readonly want: string } =>
  typeof value === 'object' && value !== null && 'want' in value

function leaves(value: unknown, path = '', field = ''): Leaf[] {
  if (['wants', 'must_warn', 'attachments', 'hs_codes'].includes(path))
    return (value as readonly string[]).map((want) => ({ field: path, path, value: { want } }))
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${path}.${index}`, field))
  if (typeof value !== 'object' || value === null) return value === null ? [] : [{ field, path, value }]
  return Object.entries(value)
    .filter(([key]) => path !== '' || !NO_FIELDS.has(key))
    .flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key, field ? `${field}.${key}` : key))
}

const at = (answer: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((one, key) => (one as Readonly<Record<string, unknown>> | undefined)?.[key], answer)

/** Texts without regard to case, accents and signs; a plural in `s` is the word. */
function same(given: unknown, value: unknown): boolean {
  if (typeof given !== 'string' || typeof value !== 'string') return given === value
  const plain = (text: string) =>
    folded(text)
      .split(/[^\p{L}\p{N}?]+/u)
      .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))
      .filter((word) => word !== '')
      .sort()
      .join(' ')
  return plain(given) === plain(value)
}
