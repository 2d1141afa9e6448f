import type { Element } from '@xmldom/xmldom'
import type { Paper } from '#shared/paper/paper.ts'
import { type Filling, filling, REPEATS } from '#shared/paper/placeholders.ts'
import { TemplateBroken } from '#shared/paper/template-problem.ts'
import { placeholdersIn } from '#shared/paper/template-text.ts'
import { blocksOf } from './blocks.ts'
import { cellText, fillCell, headerText } from './cell.ts'
import { headersOf, problemsOf } from './check.ts'
import { hasFormulas, moveFormula, moveNames, openFormulas, recalculated } from './formulas.ts'
import { growRows } from './heights.ts'
import { moveMarks } from './marks.ts'
import { childrenOf, closeParts, elements, writeXml } from './package.ts'
import { type Block, type Rows, rowsOf } from './rows.ts'
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts'

/**
 * A firm's workbook filled from a paper. Cells keep their styles, numbers their formats; rows of lists push down what is below
 * them, and what refers to it follows. What nothing changes is byte for byte what it was. The same template and paper
 * give the same bytes. Throws {@link TemplateBroken} with every problem by cell.
 */
export function fillWorkbook(template: Uint8Array, paper: Paper): Uint8Array<ArrayBuffer> {
  const book = openWorkbook(template)
  const problems = problemsOf(book)
  if (problems.length > 0) throw new TemplateBroken(problems)
  const rows = new Map(
    book.sheets.map((sheet) => [
      sheet.name,
      rowsOf(blocksOf(sheet, book, (repeat) => REPEATS[repeat].rows(paper).length)),
    ]),
  )
  const parts: Record<string, Uint8Array<ArrayBuffer>> = { ...book.parts }
  for (const sheet of book.sheets.filter((one) => isTouched(one, book))) {
    const own = rows.get(sheet.name) as Rows
    fillSheet(sheet, book, paper, rows)
    if (own.blocks.length > 0) Object.assign(parts, moveMarks(sheet, own, parts))
    growRows(sheet)
    parts[sheet.path] = writeXml(sheet.document)
  }
  const isMoved = [...rows.values()].some(({ blocks }) => blocks.some(({ copies }) => copies > 1))
  if (isMoved) Object.assign(parts, moveNames(book, rows, parts), { [book.path]: writeXml(book.document) })
  return closeParts(book.sheets.some(hasFormulas) ? recalculated(book, parts) : parts)
}

/** A sheet that asks for nothing and works nothing out stays as it is. */
const isTouched = (sheet: Sheet, book: Workbook): boolean =>
  hasFormulas(sheet) ||
  headersOf(sheet).some(({ textContent }) => placeholdersIn(textContent ?? '').length > 0) ||
  elements(sheet.data, 'c').some((cell) => placeholdersIn(cellText(cell, book)).length > 0)

function fillSheet(sheet: Sheet, book: Workbook, paper: Paper, rows: ReadonlyMap<string, Rows>): void {
  const own = rows.get(sheet.name) as Rows
  if (own.blocks.length > 0) openFormulas(sheet)
  const templates = childrenOf(sheet.data, 'row')
  for (const row of templates) sheet.data.removeChild(row)
  const numbered = new Map(templates.map((row) => [Number(row.getAttribute('r')), row]))
  const isDone = new Set<Block>()
  for (const number of numbered.keys()) {
    const block = own.blockOf(number)
    if (!block) put(number)
    else if (!isDone.has(block)) {
      isDone.add(block)
      for (let copy = 0; copy < block.copies; copy += 1) {
        for (let line = block.from; line <= block.to; line += 1) put(line, block, copy)
      }
    }
  }
  for (const header of headersOf(sheet))
    header.textContent = headerText(header.textContent ?? '', (name) => filling(paper, name))

  function put(number: number, block?: Block, copy = 0): void {
    const row = numbered.get(number)?.cloneNode(true) as Element
    sheet.data.appendChild(row)
    const to = own.at(number, copy)
    row.setAttribute('r', String(to))
    if (block && REPEATS[block.repeat].rows(paper).length === 0) row.setAttribute('hidden', '1')
    const value = (name: string): Filling => filling(paper, name, copy)
    for (const cell of childrenOf(row, 'c')) {
      cell.setAttribute('r', (cell.getAttribute('r') ?? '').replace(/\d+$/, String(to)))
      fillCell(cell, book, value)
      moveFormula(cell, (name) => rows.get(name ?? sheet.name), { block, copy })
    }
  }
}
