import type { RepeatName } from '#shared/paper/placeholders.ts'

/** Rows of a template's sheet that stand together for each row of a list. Row numbers count from 1. */
export interface Block {
  readonly repeat: RepeatName
  readonly from: number
  readonly to: number
  /** At least one: the rows of an empty list stay, blank and hidden, so that what refers to them holds. */
  readonly copies: number
}

/** Where the rows of a template's sheet are when its lists are in it. */
export interface Rows {
  readonly blocks: readonly Block[]
  readonly blockOf: (row: number) => Block | undefined
  /** A row of the template in one of its copies; the first, and outside of blocks the only one. */
  readonly at: (row: number, copy?: number) => number
  readonly last: (row: number) => number
}

export function rowsOf(blocks: readonly Block[]): Rows {
  const blockOf = (row: number) => blocks.find(({ from, to }) => from <= row && row <= to)
  const height = ({ from, to }: Block) => to - from + 1
  const at = (row: number, copy = 0): number => {
    const above = blocks
      .filter(({ to }) => to < row)
      .reduce((sum, block) => sum + (block.copies - 1) * height(block), 0)
    const block = blockOf(row)
    return row + above + (block ? copy * height(block) : 0)
  }
  return { blocks, blockOf, at, last: (row) => at(row, (blockOf(row)?.copies ?? 1) - 1) }
}
