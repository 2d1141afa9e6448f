import type { Element } from '@xmldom/xmldom'
import type { RepeatName } from '#shared/paper/placeholders.ts'
import { repeatsIn } from '#shared/paper/template-text.ts'
import { cellText } from './cell.ts'
import { childrenOf } from './package.ts'
import { columnName, columnNumber } from './reference.ts'
import type { Block } from './rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Rows and cells may leave out where they are; then each stands after the one before (ECMA-376 part 1, 18.3.1.4). */
export function sayPlaces({ data }: Sheet): void {
  let row = 0
  for (const one of childrenOf(data, 'row')) {
    row = Number(one.getAttribute('r') ?? row + 1)
    one.setAttribute('r', String(row))
    let column = 0
    for (const cell of childrenOf(one, 'c')) {
      const said = /^[A-Z]+/.exec(cell.getAttribute('r') ?? '')?.[0]
      column = said ? columnNumber(said) : column + 1
      cell.setAttribute('r', `${columnName(column)}${row}`)
    }
  }
}

/** The lists that the cells of a row name; a row repeats for one at most. */
export const repeatsOfRow = (row: Element, book: Workbook): RepeatName[] => [
  ...new Set(childrenOf(row, 'c').flatMap((cell) => repeatsIn(cellText(cell, book)))),
]

/** The rows of a sheet that repeat: neighbours of the same list repeat together. */
export function blocksOf({ data }: Sheet, book: Workbook, sizeOf: (repeat: RepeatName) => number): Block[] {
  const blocks: Block[] = []
  for (const row of childrenOf(data, 'row')) {
    const [repeat] = repeatsOfRow(row, book)
    if (!repeat) continue
    const number = Number(row.getAttribute('r'))
    const before = blocks.at(-1)
    if (before?.repeat === repeat && before.to === number - 1) blocks.splice(-1, 1, { ...before, to: number })
    else blocks.push({ repeat, from: number, to: number, copies: Math.max(1, sizeOf(repeat)) })
  }
  return blocks
}
