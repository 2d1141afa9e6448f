import type { Element } from '@xmldom/xmldom'
import { elements, type Parts, readXml, writeXml } from './package.ts'
import { movedFormula, movedRanges } from './reference.ts'
import type { Rows } from './rows.ts'
import type { Sheet } from './workbook.ts'

/**
 * Moves what stands beside the cells of a sheet and names rows: merges, conditional formats, validations, links, breaks,
 * pictures, notes. Changes the sheet's document; answers with the other parts that changed.
 */
export function moveMarks(sheet: Sheet, rows: Rows, parts: Parts): Parts {
  const { document, related } = sheet
  moveMerges(sheet, rows)
  for (const name of RANGES) {
    for (const element of elements(document, name)) {
      for (const attribute of ['ref', 'sqref', 'activeCell', 'topLeftCell']) {
        const ranges = element.getAttribute(attribute)
        if (ranges) element.setAttribute(attribute, attribute.endsWith('ref') ? movedRanges(ranges, rows) : one(ranges))
      }
    }
  }
  for (const name of ['formula', 'formula1', 'formula2', 'f', 'sqref']) {
    for (const element of elements(document, name)) {
      if (element.parentNode?.localName === 'c') continue
      const text = element.textContent ?? ''
      element.textContent =
        name === 'sqref'
          ? movedRanges(text, rows)
          : movedFormula(text, (of) => (of === null || of === sheet.name ? rows : undefined))
    }
  }
  for (const list of elements(document, 'rowBreaks')) {
    for (const brk of elements(list, 'brk')) brk.setAttribute('id', String(rows.last(Number(brk.getAttribute('id')))))
  }
  const moved: Record<string, Uint8Array<ArrayBuffer>> = {}
  for (const { type, part } of related.values()) {
    const bytes = parts[part]
    if (!bytes) continue
    if (type === 'drawing') moved[part] = changed(bytes, 'row', (row) => movedFromZero(row, rows))
    if (type === 'comments') {
      const notes = readXml(bytes)
      for (const note of elements(notes, 'comment')) note.setAttribute('ref', one(note.getAttribute('ref') ?? ''))
      moved[part] = writeXml(notes)
    }
    if (type === 'vmlDrawing') moved[part] = changed(bytes, 'Row', (row) => movedFromZero(row, rows))
  }
  return moved

  function one(cell: string): string {
    return movedRanges(cell, rows).replace(/:.*$/, '')
  }
}

const RANGES = [
  'dimension',
  'sheetView',
  'selection',
  'pane',
  'conditionalFormatting',
  'dataValidation',
  'hyperlink',
  'autoFilter',
  'sortState',
  'sortCondition',
  'protectedRange',
  'ignoredError',
]

/** A merge within rows that repeat is one in each copy. */
function moveMerges({ document }: Sheet, rows: Rows): void {
  for (const merge of elements(document, 'mergeCell')) {
    const range = merge.getAttribute('ref') ?? ''
    const [first = 0, last = first] = [...range.matchAll(/\d+/g)].map(([row]) => Number(row))
    const block = rows.blockOf(first)
    const copies = block && rows.blockOf(last) === block ? block.copies : 1
    for (let copy = 1; copy < copies; copy += 1) {
      const another = merge.cloneNode(true) as Element
      another.setAttribute('ref', movedRanges(range, rows, { block, copy }))
      merge.parentNode?.appendChild(another)
    }
    merge.setAttribute('ref', movedRanges(range, rows, copies > 1 ? { block, copy: 0 } : {}))
  }
  for (const list of elements(document, 'mergeCells')) {
    if (list.hasAttribute('count')) list.setAttribute('count', String(elements(list, 'mergeCell').length))
  }
}

/** Rows of drawings count from 0. */
const movedFromZero = (row: string, rows: Rows): string => String(rows.at(Number(row) + 1) - 1)

function changed(bytes: Uint8Array, name: string, value: (text: string) => string): Uint8Array<ArrayBuffer> {
  const document = readXml(bytes)
  for (const element of elements(document, name)) element.textContent = value(element.textContent ?? '')
  return writeXml(document)
}
