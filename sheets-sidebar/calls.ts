import type { Cell, RowResult, SheetPull, SheetType } from '#shared/sheet/api.ts'
import type { PushRow } from '#shared/sheet/table.ts'

/**
 * What the sidebar asks of the script behind the sheet, by `google.script.run`: plain data alone, which Google puts into JSON.
 * The script's functions of these names are the only ones that Google lets a page call.
 */
export interface SheetCalls {
  /** Who is there, and their language (BCP 47). */
  begin(): { readonly language: string; readonly account: string }
  /** A token of Google's for the person, about an hour long; null when they have not agreed to be known. */
  identityToken(): string | null
  /** What is selected. Without a row where the cell is still `last`: looking is cheap, reading is not. */
  glance(last: string): Glance
  /** What was changed and not yet sent, in every sheet of ours. */
  changes(): SheetChanges[]
  /** Brings pulled rows into their sheet, which is made where there is none. */
  writePull(pull: SheetPull): PullWritten
  writeResults(sheet: number, sent: readonly PushRow[], results: readonly RowResult[]): void
  /** Decides a conflict: what `theirs` is now counts as seen, and with `take: 'theirs'` it stands in the cell. */
  settle(cell: CellPlace, decision: Decision): void
  /** Selects a cell; without a field of ours, the name of its row. */
  show(cell: CellPlace): void
  /** The push that has not been answered yet; kept per person and spreadsheet. */
  unanswered(): Unanswered | null
  keepUnanswered(push: Unanswered | null): void
}

export interface Glance {
  /** The selected cell. */
  readonly at: string
  /** Absent where nothing was read, null where the cell is in no row of ours. */
  readonly row?: { readonly type: SheetType; readonly id: string; readonly name: string } | null
}

/** A cell wherever it is sorted or moved to. */
export interface CellPlace {
  /** Google's number of the sheet: a copy of a sheet is another one. */
  readonly sheet: number
  /** The sheet's own name of the row. */
  readonly key: string
  readonly field: string
}

export interface SheetChanges {
  readonly sheet: number
  readonly type: SheetType
  readonly pullId: string
  readonly rows: readonly PushRow[]
  /** What the rows are called, by key, and the columns, by field. */
  readonly names: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  /** Rows that somebody wrote under ours: they are nobody's record. */
  readonly strangers: number
}

export interface PullWritten {
  readonly rows: number
  /** Changed cells that were left as they are. */
  readonly unsent: number
}

export interface Decision {
  readonly theirs: Cell
  readonly take: 'mine' | 'theirs'
}

/** The Idempotency-Key of a push, and a fingerprint of what it said. */
export interface Unanswered {
  readonly key: string
  readonly print: string
}
