import Big from 'big.js'
import type { z } from 'zod'
import type { Problem } from '#shared/api.ts'
import { asciiDigits, readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import type { Values } from '#shared/record/change.ts'
import type { Field } from '#shared/record/field.ts'
import { type ProblemCode, problem, problemsOf } from '#shared/record/problems.ts'
import { decimalsIn } from '#shared/record/typed.ts'
import { fieldSchema } from '#shared/record/validation.ts'
import type { CellContent } from './api.ts'
import { oneBreak, type Reading } from './cell.ts'
import { wordsOf } from './columns.ts'

/** What a cell says, as it is to be stored; or why it says nothing that could be. */
export type ReadCell = { readonly value: unknown } | { readonly problem: Problem }

/** The content of a cell of a row, as the value of its field. */
export function readCell(key: string, field: Field, content: CellContent, record: Values, reading: Reading): ReadCell {
  const refused = (code: ProblemCode, values?: Refusal['values']): ReadCell => ({
    problem: problem(key, code, reading.language, values),
  })
  if (content !== null && typeof content === 'object') return refused('formula' in content ? 'formula' : 'sheet_error')
  if (typeof content === 'string' && SHEET_ERROR.test(content)) return refused('sheet_error')
  if (isEmpty(field, content)) return field.required ? refused('required') : { value: null }

  const said = content as Said
  const decimals = decimalsIn(field, { record, currency: reading.currency })
  const read = decimals === null ? readWord(field, said, reading) : readAmount(said, decimals)
  if ('code' in read) return refused(read.code, read.values)
  const checked = schemaOf(field).safeParse(read.value)
  return checked.success ? { value: checked.data } : { problem: firstProblem(key, checked.error, decimals, reading) }
}

type Said = string | number | boolean
interface Refusal {
  readonly code: ProblemCode
  readonly values?: Readonly<Record<string, string | number>>
}
type Read = { readonly value: unknown } | Refusal

/** What Google Sheets gives for the value of a cell that it could not work out. */
const SHEET_ERROR = /^(#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|ERROR|SPILL|CALC)[!?]?|Loading\.\.\.)$/

const isEmpty = ({ kind }: Field, content: CellContent): boolean =>
  content === null || (typeof content === 'string' && (kind === 'text' ? content : content.trim()) === '')

/**
 * A number by the shortest decimals that stand for it. What a sheet has worked out in binary (`0.1+0.2`) is off by some
 * in the sixteenth digit, where no number is kept: that is rounded away.
 */
function readAmount(said: Said, decimals: number): Read {
  const digits = decimalOf(said)
  if (digits === null) {
    const value = typeof said === 'string' ? readNumber(said, decimals) : null
    return value === null ? { code: 'number', values: { example: exampleWith(decimals) } } : { value }
  }
  const scaled = Big(digits).times(Big(10).pow(decimals))
  if (!scaled.eq(scaled.round())) return { code: 'decimals', values: { decimals } }
  return { value: scaled.toNumber() + 0 }
}

function decimalOf(said: Said): string | null {
  if (typeof said === 'number') return Number.isInteger(said) ? String(said) : said.toPrecision(15)
  if (typeof said === 'boolean') return null
  return /^[+-]?(\d{1,20}(?:\.\d{0,20})?)$/.exec(asciiDigits(said).trim())?.[0].replace(/^\+|\.$/g, '') ?? null
}

/** `1234.5`, as it would be typed. */
const exampleWith = (decimals: number): string =>
  trimmed(typedNumber(Math.trunc(12_345 * 10 ** (decimals - 1)), decimals))

function readWord(field: Field, said: Said, { words }: Reading): Read {
  const text = typeof said === 'boolean' ? String(said).toUpperCase() : String(said)
  // A sheet takes `4711` for a number by itself, and `true` for a switch.
  if (field.kind === 'text') return { value: oneBreak(text) }
  const word = text.trim()
  if (field.kind === 'choice') {
    const codes = Object.keys(field.choices)
    const code =
      codes.find((one) => field.choices[one]?.[words].trim() === word) ??
      codes.find((one) => one === word) ??
      // Typed before a colleague pulled the sheet anew in their own language.
      codes.find((one) => Object.values(field.choices[one] ?? {}).includes(word))
    return code === undefined
      ? { code: 'choice', values: { values: wordsOf(field, words).join(', ') } }
      : { value: code }
  }
  if (field.kind === 'boolean') {
    return /^(true|false)$/i.test(word) ? { value: /^t/i.test(word) } : { code: 'switch' }
  }
  return { value: field.kind === 'date' ? asciiDigits(word) : word }
}

/** Bounds are told as the sheet has numbers, not as they are kept. */
function firstProblem(key: string, error: z.core.$ZodError, decimals: number | null, { language }: Reading): Problem {
  const [issue] = error.issues
  const bound = (value: number | bigint) => trimmed(typedNumber(Number(value), decimals ?? 0))
  if (decimals !== null && issue?.code === 'too_small') {
    return problem(key, 'too_small', language, { minimum: bound(issue.minimum) })
  }
  if (decimals !== null && issue?.code === 'too_big') {
    return problem(key, 'too_big', language, { maximum: bound(issue.maximum) })
  }
  const [{ code, message }] = problemsOf(error, language) as [Problem]
  return { field: key, code, message }
}

/** Making a schema costs more than using it, and five hundred rows use it. */
function schemaOf(field: Field): z.ZodType {
  const schema = SCHEMAS.get(field) ?? fieldSchema(field)
  SCHEMAS.set(field, schema)
  return schema
}

const SCHEMAS = new WeakMap<Field, z.ZodType>()
