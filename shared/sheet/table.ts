import type { Cell, SheetColumn, SheetPushRequest, SheetRow } from './api.ts'

/** A column of ours as the sheet keeps it; the words of a choice live in the sheet's own validation. */
export type TableColumn = Omit<SheetColumn, 'choices'>

export interface SheetCell {
  readonly value: Cell
  /** With its `=`; its result is the value. */
  readonly formula?: string
}

/** A row of the sheet below the header, by its hidden columns and our fields. */
export interface TableRow {
  /** The sheet's own name of the row: its id, or the id with a number where it stands there more than once. */
  readonly key: string
  /** Empty for a row that was never pulled. */
  readonly id: string
  readonly version: number | null
  /** The row as it was pulled. What is not in it counts as empty there. */
  readonly base: Readonly<Record<string, Cell>>
  readonly cells: Readonly<Record<string, SheetCell>>
  /** The notes of our cells; read only where they are to be written. */
  readonly notes: Readonly<Record<string, string>>
  /** Whether something stands beside our columns in this row. */
  readonly hasMore: boolean
}

export interface SheetTable {
  /** The first one names the row. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** A row of a push. */
export type PushRow = SheetPushRequest['rows'][number]

/** What is to be written into the sheet; rows by their position in the table. */
export interface SheetWrites {
  readonly cells: readonly { readonly row: number; readonly field: string; readonly value: Cell }[]
  readonly rows: readonly {
    readonly row: number
    readonly version: number | null
    readonly base: Readonly<Record<string, Cell>>
  }[]
  readonly marks: readonly Mark[]
  readonly appended: readonly SheetRow[]
  readonly removed: readonly number[]
}

/** What is said at a cell, in its note and by its background; null takes it away again. */
export interface Mark {
  readonly row: number
  readonly field: string
  readonly remark: Remark | null
}

export interface Remark {
  /** Something to decide, or something that cannot be kept. */
  readonly tone: 'warning' | 'danger'
  readonly text: string
}

/** The keys of rows with these ids, in the order of the sheet: the id itself, with a number where it is taken already. */
export function rowKeys(ids: readonly string[]): string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const name = id.slice(0, 60) || 'new'
    let key = name
    for (let nth = 2; taken.has(key); nth++) key = `${name}#${nth}`
    taken.add(key)
    return key
  })
}
