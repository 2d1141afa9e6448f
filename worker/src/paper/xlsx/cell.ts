import type { Element } from '@xmldom/xmldom'
import type { Filling } from '#shared/paper/placeholders.ts'
import { placeholdersIn, replaced, soleName } from '#shared/paper/template-text.ts'
import { dayNumber } from '#shared/time/civil-date.ts'
import { childrenOf, elements } from './package.ts'
import type { Workbook } from './workbook.ts'

/** What stands in a cell as text, whether shared or its own; empty for numbers and formulas. */
export const cellText = (cell: Element, book: Workbook): string => textOf(richText(cell, book))

/** Puts the values of a cell's placeholders into it. Its style stays; whatever a person typed stays text. */
export function fillCell(cell: Element, book: Workbook, value: (name: string) => Filling): void {
  const text = richText(cell, book)
  if (!text || placeholdersIn(textOf(text)).length === 0) return
  const name = soleName(textOf(text))
  const filling = name === null ? null : value(name)
  const number = filling && numberOf(filling, cell, book)
  for (const child of childrenOf(cell)) cell.removeChild(child)
  cell.removeAttribute('t')
  if (number !== null) append(cell, 'v').textContent = number
  else if (filling) {
    if (filling.shown !== '') fillText(append(append(asText(cell), 'is'), 't'), filling.shown)
  } else {
    const inline = append(asText(cell), 'is')
    for (const child of childrenOf(text)) inline.appendChild(cell.ownerDocument?.importNode(child, true) as Element)
    fillRuns(inline, (typed) => replaced(typed, (one) => value(one).shown))
  }
}

/** The texts of a sheet's header or footer, where `&` begins a code. */
export const headerText = (text: string, value: (name: string) => Filling): string =>
  replaced(text, (name) => printable(value(name).shown).replaceAll('&', '&&'))

function richText(cell: Element, book: Workbook): Element | undefined {
  const type = cell.getAttribute('t')
  const [first] = type === 'inlineStr' ? childrenOf(cell, 'is') : []
  if (type !== 's') return first
  return book.strings[Number(childrenOf(cell, 'v')[0]?.textContent)]
}

/** The parts of a text, without those that say how it is spoken. */
const texts = (rich: Element | undefined): Element[] =>
  rich ? elements(rich, 't').filter((one) => (one.parentNode as Element).localName !== 'rPh') : []

const textOf = (rich: Element | undefined): string =>
  texts(rich)
    .map((one) => one.textContent)
    .join('')

/** A number as the cell's format shows it; a date only where the cell shows dates. */
function numberOf({ number, date }: Filling, cell: Element, book: Workbook): string | null {
  if (number !== undefined) return number
  const day = date === undefined || !book.isDate(cell.getAttribute('s')) ? null : dayNumber(date)
  return day === null ? null : String(day - book.epoch)
}

/** A text in pieces of different looks keeps them, unless a placeholder lies across two: then it looks as it begins. */
function fillRuns(rich: Element, fill: (typed: string) => string): void {
  const parts = texts(rich)
  const isWhole = parts.every((one) => !/\{\{|\}\}/.test((one.textContent ?? '').replace(/\{\{[^{}]*\}\}/g, '')))
  if (isWhole) for (const part of parts) fillText(part, fill(part.textContent ?? ''))
  else {
    const whole = fill(textOf(rich))
    for (const [index, part] of parts.entries()) fillText(part, index === 0 ? whole : '')
  }
}

function fillText(element: Element, text: string): void {
  element.textContent = printable(text)
  element.setAttribute('xml:space', 'preserve')
}

/** What XML cannot hold is left out; `_x0041_` would be read as a letter (ECMA-376 part 1, 22.9.2.19). */
const printable = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

function asText(cell: Element): Element {
  cell.setAttribute('t', 'inlineStr')
  return cell
}

function append(to: Element, name: string): Element {
  const prefix = to.prefix ? `${to.prefix}:` : ''
  const child = to.ownerDocument?.createElementNS(to.namespaceURI, `${prefix}${name}`) as Element
  to.appendChild(child)
  return child
}
