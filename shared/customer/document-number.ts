/** Which numbers stand in a subject, as they are looked up (domain 1.0: a number is a prefix, a period and a sequence). */
export interface SubjectNumber {
  /** As it is compared: capitals and digits alone. */
  readonly key: string
  /** As it stands there. */
  readonly written: string
  /** Long enough that nobody has the same by chance. */
  readonly telling: boolean
}

/** More than a subject honestly names. */
export const NUMBERS_MAX = 8

/** Shorter ones stand in half of all subjects by chance: sizes, quantities, days. */
const SHORTEST = 4

/** A number as it is compared: `PI-2026/0412` is `PI20260412`. Empty where nothing is left. */
export const numberKey = (number: string): string => folded(number).replace(/[^A-Z0-9]/g, '')

const folded = (text: string): string => text.normalize('NFKC').toUpperCase()

/** Whether a number by itself tells whose it is. */
export const isTelling = (key: string): boolean =>
  (key.length >= 6 && /[A-Z]/.test(key) && /\d{2}/.test(key)) || (key.length >= 8 && /^\d+$/.test(key))

/**
 * The document numbers that a subject may name, the most telling first, at most {@link NUMBERS_MAX}: whole words with a
 * digit in them, a prefix that stands apart joined (`PO 4500123`), a container's check digit too (`CSQU 305438-3`), a
 * version left off (`QT-2026-0412 v2`, `QT-2026-0412-R1`). Years, dates, quantities and prices are none.
 */
export function numbersIn(subject: string): readonly SubjectNumber[] {
  const text = folded(subject.slice(0, READ_MAX))
  const found = new Map<string, SubjectNumber>()
  const add = (written: string) => {
    const key = numberKey(written)
    if (key.length >= SHORTEST && key.length <= LONGEST && !found.has(key)) {
      found.set(key, { key, written, telling: isTelling(key) })
    }
  }
  for (const [whole] of text.matchAll(CONTAINER)) add(whole)
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!/\d/.test(word) || isPlain(word)) continue
    const bare = word.replace(VERSION, '')
    add(bare)
    if (bare !== word) add(word)
    // A slash is within a number, or between two.
    if (word.includes('/')) for (const part of word.split('/')) if (/\d/.test(part) && !isPlain(part)) add(part)
    const prefix = PREFIX.exec(text.slice(Math.max(0, index - 12), index))?.[1]
    if (prefix) add(`${prefix} ${bare}`)
  }
  return [...found.values()]
    .sort((a, b) => Number(b.telling) - Number(a.telling) || b.key.length - a.key.length)
    .slice(0, NUMBERS_MAX)
}

const READ_MAX = 1_000
const LONGEST = 40

/** Letters and digits, joined by what joins the parts of a number. A word of another script beside it is no part of it. */
const WORD = /[A-Z0-9]+(?:[-/._][A-Z0-9]+)*/g
/** ISO 6346, as people write it. */
const CONTAINER = /(?<![A-Z0-9])[A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d(?![A-Z0-9])/g
const VERSION = /[-/._]?[VR]\d{1,2}$/
const PREFIX =
  /(?<![A-Z0-9])(PI|PO|QT|QTN|SC|SO|SH|CI|INV|MBL|HBL|BL|B\/L|CONTRACT|ORDER)(?: ?(?:NO|NR|N)[.:°º]?| ?NUMBER)? ?[#:№]? ?$/

/** A year, a date, a time, a quantity, a size or a price. */
function isPlain(word: string): boolean {
  return PLAIN.some((form) => form.test(word))
}
const PLAIN = [
  /^(?:19|20)\d\d$/,
  /^(?:19|20)\d\d[-/._]\d{1,2}(?:[-/._]\d{1,2})?$/,
  /^\d{1,2}[-/._]\d{1,2}[-/._](?:\d\d|(?:19|20)\d\d)$/,
  /^\d+[.]\d+$/,
  /^\d{1,6}(?:PCS?|PIECES|SETS?|KGS?|KG|G|T|MT|ML|L|MM|CM|M|CBM|CTNS?|USD|EUR|RMB|CNY|GBP|GP|HQ|HC|FT|DAYS?|D|K|PRS|X\d+)$/,
  /^\d{1,3}[-/._]\d{1,3}$/,
]
