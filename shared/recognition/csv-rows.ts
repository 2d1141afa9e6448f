import type { AttachedList, SheetRow } from './attached-list.ts'
import { columnsOf } from './columns.ts'
import { folded } from './fold.ts'

/** So many rows are read, and so many cells of each; `columns.ts` knows no wider head. */
export const ROWS_MAX = 1_000
export const CELLS_MAX = 20
/** A cell's beginning is enough to call goods by. */
const CELL_MAX = 300

const SEPARATORS = [';', '\t', ',', '|'] as const

/** What programs of a tongue write where they do not write Unicode (WHATWG Encoding names). */
const CHARSETS: Readonly<Record<string, string>> = {
  zh: 'gb18030',
  ja: 'shift_jis',
  ko: 'euc-kr',
  ru: 'windows-1251',
  uk: 'windows-1251',
  pl: 'windows-1250',
  cs: 'windows-1250',
  hu: 'windows-1250',
  tr: 'windows-1254',
  el: 'windows-1253',
  he: 'windows-1255',
  ar: 'windows-1256',
  vi: 'windows-1258',
  th: 'windows-874',
}

/**
 * A CSV file. Its charset is that of its mark, else UTF-8 where it is that, else the one that makes headings one knows of its
 * first rows; its separator likewise. `language` is that of the mail.
 */
export function csvList(file: string, bytes: Uint8Array, language: string | null): AttachedList {
  const readings = charsets(bytes, language).flatMap((charset) => {
    const text = decoded(charset, bytes)
    return text === null ? [] : SEPARATORS.map((separator) => readingOf(text, separator))
  })
  const [best] = readings.toSorted((one, other) => other.known - one.known)
  return { file, rows: best?.rows ?? [], style: best?.separator === ',' ? 'comma' : 'point' }
}

function readingOf(text: string, separator: string) {
  const rows = rowsOf(text, separator)
  const heads = rows.slice(0, 30).map(({ cells }) => columnsOf(cells.map(folded)))
  const known = Math.max(0, ...heads.map((head) => head?.filter((column) => column !== null).length ?? 0))
  return { rows, separator, known }
}

function charsets(bytes: Uint8Array, language: string | null): string[] {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return ['utf-16le']
  if (a === 0xfe && b === 0xff) return ['utf-16be']
  if (decoded('utf-8', bytes) !== null) return ['utf-8']
  const own = language === null ? undefined : CHARSETS[language]
  const all = [...(isInPairs(bytes) ? ['gb18030', 'big5'] : []), 'windows-1252', ...Object.values(CHARSETS), 'big5']
  return [...new Set([...(own ? [own] : []), ...all])]
}

/** Two bytes and more for a sign is how Chinese is written; the accents of European tongues mostly stand alone. */
function isInPairs(bytes: Uint8Array): boolean {
  let [alone, high] = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return
    high++
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++
  })
  return alone * 4 < high
}

/** Every host has it (WHATWG Encoding), and the language alone, by which these rules are checked, does not. */
declare const TextDecoder: new (
  charset: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string }

/** Null for bytes that the charset has no signs for. */
function decoded(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Rows as RFC 4180 has them; a quotation mark within a cell that does not begin with one is a sign like others. */
function rowsOf(text: string, separator: string): SheetRow[] {
  const rows: SheetRow[] = []
  let [cells, cell]: [string[], string] = [[], '']
  let [quoted, row] = [false, 1]
  const closeCell = () => {
    if (cells.length < CELLS_MAX) cells.push(plainCell(cell))
    cell = ''
  }
  const closeRow = () => {
    closeCell()
    const kept = withoutEmptyEnd(cells)
    if (kept.length > 0) rows.push({ row, cells: kept })
    cells = []
    row++
  }
  for (let at = 0; at < text.length && rows.length < ROWS_MAX; at++) {
    const sign = text.charAt(at)
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (!quoted && sign === separator) closeCell()
    else if (!quoted && (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n'))) closeRow()
    else if (cell.length < CELL_MAX) cell += sign
  }
  closeRow()
  return rows
}

export const plainCell = (cell: string): string => cell.slice(0, CELL_MAX).replace(/\s+/g, ' ').trim()

export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}
