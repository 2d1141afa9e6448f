import { strFromU8, unzipSync } from 'fflate'
import type { AttachedList, SheetRow } from './attached-list.ts'
import { columnsOf } from './columns.ts'
import { CELLS_MAX, plainCell, ROWS_MAX, withoutEmptyEnd } from './csv-rows.ts'
import { folded } from './fold.ts'

/** What a part of a workbook may unpack to, bytes, and how many sheets are looked at: a zip bomb does not get further. */
const PART_MAX = 4 * 1024 * 1024
const SHEETS_MAX = 4
const STRINGS_MAX = 20_000

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/
const STRINGS = 'xl/sharedStrings.xml'

/** The first sheet of a workbook (ECMA-376) that has headings of goods. Without rows for what is no workbook, or too large. */
export function workbookList(file: string, bytes: Uint8Array): AttachedList {
  const sheets = sheetsIn(bytes)
  const list = sheets.find((rows) => rows.some(({ cells }) => columnsOf(cells.map(folded)) !== null))
  // A number in a workbook has a point, whatever its writer sees.
  return { file, rows: list ?? [], style: 'comma' }
}

function sheetsIn(bytes: Uint8Array): SheetRow[][] {
  let sheets = 0
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (originalSize > PART_MAX) return false
        return name === STRINGS || (SHEET.test(name) && ++sheets <= SHEETS_MAX)
      },
    })
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const strings = stringsIn(xml(STRINGS))
    const order = new Intl.Collator('en', { numeric: true })
    const names = Object.keys(parts).filter((name) => SHEET.test(name))
    return names.toSorted(order.compare).map((name) => rowsIn(xml(name), strings))
  } catch {
    return []
  }
}

/** What stands between the tags of an element, one after the other; `open` is the tag that begins it. */
function* inner(xml: string, name: string): Generator<{ readonly open: string; readonly inside: string }> {
  const tag = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  for (let begin = tag.exec(xml); begin; begin = tag.exec(xml)) {
    const [open] = begin
    if (open.endsWith('/>')) {
      yield { open, inside: '' }
      continue
    }
    end.lastIndex = tag.lastIndex
    const close = end.exec(xml)
    if (!close) return
    yield { open, inside: xml.slice(tag.lastIndex, close.index) }
    tag.lastIndex = end.lastIndex
  }
}

function stringsIn(xml: string): string[] {
  const strings: string[] = []
  for (const { inside } of inner(xml, 'si')) {
    if (strings.length >= STRINGS_MAX) break
    strings.push(textIn(inside))
  }
  return strings
}

/** The words of a cell may be cut into pieces that look different; how Japanese is pronounced is none of them. */
const textIn = (xml: string): string =>
  [...inner(xml.replace(/<(?:\w+:)?rPh\b[^>]*>.*?<\/(?:\w+:)?rPh>/gs, ''), 't')]
    .map(({ inside }) => unescaped(inside))
    .join('')

function rowsIn(xml: string, strings: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  for (const { open, inside } of inner(xml, 'row')) {
    row = Number(attribute(open, 'r')) || row + 1
    const cells: string[] = []
    let at = -1
    for (const cell of inner(inside, 'c')) {
      at = columnAt(attribute(cell.open, 'r')) ?? at + 1
      if (at >= CELLS_MAX) break
      while (cells.length < at) cells.push('')
      cells[at] = plainCell(wordsOf(attribute(cell.open, 't'), cell.inside, strings))
    }
    const kept = withoutEmptyEnd(cells)
    if (kept.length > 0) rows.push({ row, cells: kept })
    if (rows.length >= ROWS_MAX) break
  }
  return rows
}

function wordsOf(type: string, inside: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textIn(inside)
  const [{ inside: raw } = { inside: '' }] = inner(inside, 'v')
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'str') return unescaped(raw)
  return type === '' || type === 'n' ? numberIn(raw) : ''
}

/** Without what is lost by writing it in binary, and never as what could be thousands: `5.4`, and `1.1250` for 1.125. */
function numberIn(raw: string): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return ''
  const plain = String(Number(number.toPrecision(12)))
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

const attribute = (open: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(open)?.[1] ?? ''

/** `AB12` is column 27. */
function columnAt(reference: string): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? []
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (name) return NAMED[name] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
