import fc from 'fast-check'
import { text } from '#shared/i18n/language.ts'
import type { Field, Kind } from '#shared/record/field.ts'
import { dateOfDay } from '#shared/time/civil-date.ts'

const label = text('A field', '字段')
const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => one.replace(/[\0\r\n\p{Cs}]/gu, ''))
const upTo = (max: number, min = -max) => fc.integer({ min, max })

/** A field of a kind, with every value that may be stored in it. */
interface Kept {
  readonly field: Field
  readonly values: fc.Arbitrary<unknown>
}

const money = (currency: string): Kept => ({
  field: { kind: 'money', currency, label },
  values: upTo(90_000_000_000_000),
})

/** Fields of every kind that can be changed in a sheet. */
export const KEPT: readonly (readonly [string, Kept])[] = (
  [
    { field: { kind: 'text', label }, values: line.filter((one) => one !== '') },
    {
      field: { kind: 'text', lines: true, label },
      values: fc.tuple(line, line).map(([one, other]) => `${one}x\n${other}`),
    },
    {
      field: { kind: 'choice', choices: { none: text('None', '无'), one_side: text('One side', '单面') }, label },
      values: fc.constantFrom('none', 'one_side'),
    },
    { field: { kind: 'integer', label }, values: upTo(Number.MAX_SAFE_INTEGER) },
    ...['JPY', 'USD', 'KWD', 'CLF', 'base', 'currency'].map(money),
    { field: { kind: 'price', currency: 'currency', label }, values: upTo(1e13, 0) },
    { field: { kind: 'quantity', label }, values: upTo(1e13, 1) },
    { field: { kind: 'decimal', label }, values: upTo(999_999_999_999_999) },
    { field: { kind: 'rate', label }, values: upTo(1e14, 1) },
    { field: { kind: 'percent', label }, values: upTo(10_000, 0) },
    { field: { kind: 'date', label }, values: fc.integer({ min: -25_567, max: 84_005 }).map(dateOfDay) },
    { field: { kind: 'boolean', label }, values: fc.boolean() },
    { field: { kind: 'email', label }, values: fc.constantFrom('a@b.example', 'Thiago.Nunes@trilhasul.example') },
    { field: { kind: 'country', label }, values: fc.constantFrom('BR', 'CN') },
    { field: { kind: 'currency', label }, values: fc.constantFrom('USD', 'JPY') },
    { field: { kind: 'timezone', label }, values: fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo') },
    { field: { kind: 'language', label }, values: fc.constantFrom('pt-BR', 'zh-CN') },
  ] satisfies Kept[]
).map((one) => [named(one.field), one] as const)

function named(field: Field): string {
  const currency = 'currency' in field ? ` in ${field.currency}` : ''
  return `${field.kind satisfies Kind}${'lines' in field ? ' of lines' : ''}${currency}`
}
