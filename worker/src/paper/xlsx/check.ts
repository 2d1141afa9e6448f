import { repeatOf } from '#shared/paper/placeholders.ts'
import { TemplateBroken, type TemplateProblem, templateProblem } from '#shared/paper/template-problem.ts'
import { placeholdersIn, textProblems } from '#shared/paper/template-text.ts'
import { repeatsOfRow, sayPlaces } from './blocks.ts'
import { cellText } from './cell.ts'
import { childrenOf, elements } from './package.ts'
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** Everything that is wrong with a workbook as a template, by cell. */
export function workbookProblems(bytes: Uint8Array): TemplateProblem[] {
  try {
    return problemsOf(openWorkbook(bytes))
  } catch (error) {
    if (error instanceof TemplateBroken) return [...error.problems]
    throw error
  }
}

export function problemsOf(book: Workbook): TemplateProblem[] {
  const problems = book.sheets.flatMap((sheet) => sheetProblems(sheet, book))
  const isAsked = book.sheets.some(({ data }) =>
    elements(data, 'c').some((cell) => placeholdersIn(cellText(cell, book)).length > 0),
  )
  return problems.length > 0 || isAsked ? problems : [templateProblem('empty', null)]
}

function sheetProblems(sheet: Sheet, book: Workbook): TemplateProblem[] {
  sayPlaces(sheet)
  const inCells = childrenOf(sheet.data, 'row').flatMap((row) => {
    const cells = childrenOf(row, 'c').flatMap((cell) =>
      textProblems(cellText(cell, book), `${sheet.name}!${cell.getAttribute('r')}`),
    )
    const at = `${sheet.name}!${row.getAttribute('r')}`
    const repeats = repeatsOfRow(row, book)
    if (repeats.length === 0) return cells
    const isTable = [...sheet.related.values()].some(({ type }) => type === 'table')
    return [
      ...cells,
      ...(repeats.length > 1 ? [templateProblem('two_repeats', at)] : []),
      ...(isTable ? [templateProblem('table', at)] : []),
    ]
  })
  const inHeaders = headersOf(sheet).flatMap(({ textContent, localName }) => {
    const [text, at] = [textContent ?? '', `${sheet.name}!${localName}`]
    const repeated = placeholdersIn(text).filter((name) => repeatOf(name))
    return [...textProblems(text, at), ...repeated.map((name) => templateProblem('repeat_outside', at, name))]
  })
  return [...inCells, ...inHeaders]
}

/** What is printed above and below each page of a sheet. */
export const headersOf = ({ document }: Sheet) => elements(document, 'headerFooter').flatMap((one) => childrenOf(one))
