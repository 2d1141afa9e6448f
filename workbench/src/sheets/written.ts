import { addDays, daysBetween, isDate } from '#shared/time/civil-date.ts'
import type { Value } from './formula.ts'

const DAY_ZERO = '1899-12-30'

/** A day as a spreadsheet counts it. */
export const serialOf = (day: string): number => daysBetween(DAY_ZERO, day)
export const dayOf = (serial: number): string => addDays(DAY_ZERO, Math.floor(serial))

export const isDayFormat = (format: string): boolean => /[yd]/i.test(format)

interface Read {
  readonly value: Value
  readonly formula?: string
  /** Where the text itself says what it is, a cell without a format of its own takes this one. */
  readonly format?: string
}

/** What Sheets makes of a text that is typed, pasted or set by a script: in a cell of plain text, nothing else. */
export function read(text: string, format: string): Read {
  if (format === '@') return { value: text }
  if (text.startsWith("'")) return { value: text.slice(1) }
  if (text.startsWith('=') && text.length > 1) return { value: '', formula: text }
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) }
  const plain = text.trim()
  if (/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return { value: Number(plain.replaceAll(',', '')) }
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? { value: serialOf(date), format: 'yyyy-mm-dd' } : { value: text }
}

/** A value as the cell shows it. */
export function shown(value: Value, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string' || format === '@' || format === 'General') return String(value)
  if (isDayFormat(format)) return dayOf(value)
  const [, whole = '', fraction = ''] = /^([#,0]*)\.?([0#]*)$/.exec(format) ?? []
  return value.toLocaleString('en-US', {
    useGrouping: whole.includes(','),
    minimumFractionDigits: fraction.replaceAll('#', '').length,
    maximumFractionDigits: fraction.length,
  })
}
