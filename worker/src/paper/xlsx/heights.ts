import type { Element } from '@xmldom/xmldom'
import { childrenOf, elements } from './package.ts'
import { columnNumber } from './reference.ts'
import type { Sheet } from './workbook.ts'

/**
 * Gives rows without a height of their own the height of their texts in merged cells: a sheet does so itself for cells that
 * stand alone, and cuts off what is merged. Called when rows are where they stay.
 */
export function growRows({ data, document }: Sheet): void {
  const widths = widthsOf(document)
  const rows = new Map(childrenOf(data, 'row').map((row) => [row.getAttribute('r'), row]))
  const lines = new Map<Element, number>()
  for (const merge of elements(document, 'mergeCell')) {
    const [, from = '', first, to = '', last] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge.getAttribute('ref') ?? '') ?? []
    const row = first === last ? rows.get(first ?? '') : undefined
    if (!row || row.hasAttribute('ht')) continue
    const cell = childrenOf(row, 'c').find((one) => one.getAttribute('r') === `${from}${first}`)
    let width = 0
    for (let column = columnNumber(from); column <= columnNumber(to); column += 1) width += widths(column)
    lines.set(row, Math.max(lines.get(row) ?? 1, cell ? linesOf(elements(cell, 't'), width) : 1))
  }
  for (const [row, count] of lines) {
    if (count === 1) continue
    row.setAttribute('ht', String(Math.min(count * LINE, MOST)))
    row.setAttribute('customHeight', '1')
  }
}

/** In points; a row can have no more than the most. */
const [LINE, MOST] = [15, 409]
/** In figures of the standard font, where a sheet says nothing. */
const WIDTH = 8.43

function widthsOf(document: Sheet['document']): (column: number) => number {
  const said = elements(document, 'col').map((col) =>
    ['min', 'max', 'width'].map((name) => Number(col.getAttribute(name))),
  )
  return (column) => said.find(([min = 0, max = 0]) => min <= column && column <= max)?.[2] || WIDTH
}

/** How many lines a text takes; Chinese is as wide as two figures. */
function linesOf(texts: readonly Element[], width: number): number {
  const paragraphs = texts
    .map(({ textContent }) => textContent)
    .join('')
    .split('\n')
  const wide = (text: string) => [...text].reduce((sum, sign) => sum + (/[\u1100-\uffef]/.test(sign) ? 2 : 1), 0)
  return paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(wide(paragraph) / width)), 0)
}
