import { z } from 'zod'

/**
 * What a sheet and the Worker say to each other. Cells travel as the sheet shows them, so that no sheet has to know how
 * money or a choice is stored: a number in whole units (`18400.5`), a day as `2026-11-20`, a choice by its word in the
 * language of the pull, a switch as `true`. Numbers may also come as plain text (`1234.5`), choices by their code or their
 * word in another language. The
 * Worker reads them back by the pull's type and language; whoever may change a record now may push what another pulled.
 */

/** Types that can be edited in a sheet. */
export const SheetType = z.enum(['order', 'order_line'])
export type SheetType = z.infer<typeof SheetType>

export const SHEET_ROWS_MAX = 500
/** A cell of Google Sheets holds no more characters. */
const CELL_MAX = 50_000

export const Cell = z.union([z.string().max(CELL_MAX), z.number(), z.boolean(), z.null()])
export type Cell = z.infer<typeof Cell>

/** What stands in a cell that a person has changed: a formula or one of the sheet's errors is no value to keep. */
export const CellContent = z.union([
  Cell,
  z.strictObject({ formula: z.string().max(CELL_MAX) }),
  z.strictObject({ error: z.string().max(40) }),
])
export type CellContent = z.infer<typeof CellContent>

export const SheetPullRequest = z.strictObject({ type: SheetType })
export type SheetPullRequest = z.infer<typeof SheetPullRequest>

/** How a column is shown and may be edited in the sheet. */
export interface SheetColumn {
  /** The field's key, own fields with theirs (`custom.laser_logo`). */
  readonly key: string
  /** The header, in the language of the pull. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'switch'
  readonly editable: boolean
  /** The most decimals that a number may have; absent where they differ by row, as those of amounts do. */
  readonly decimals?: number
  /** The words of a `choice`, in their order. */
  readonly choices?: readonly string[]
}

export interface SheetRow {
  readonly id: string
  readonly version: number
  readonly cells: Readonly<Record<string, Cell>>
}

export interface SheetPull {
  readonly pullId: string
  readonly type: SheetType
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** False where there are more than {@link SHEET_ROWS_MAX}. */
  readonly isWhole: boolean
}

export const SheetPushRequest = z.strictObject({
  pullId: z.ulid(),
  /** Says what would come of it and stores nothing. */
  dryRun: z.boolean().default(false),
  rows: z
    .array(
      z.strictObject({
        /** The sheet's own name of the row. */
        key: z.string().min(1).max(100),
        /** Whatever stands where the id was. */
        id: z.string().max(CELL_MAX).optional(),
        /** As it was pulled, or as the last push answered. Older than the record is no conflict: cells are compared. */
        version: z.number().optional(),
        /** By the key of the column. `from`: the cell as it was pulled. */
        changes: z.record(z.string().max(60), z.strictObject({ from: Cell, to: CellContent })),
      }),
    )
    .max(SHEET_ROWS_MAX),
})
export type SheetPushRequest = z.infer<typeof SheetPushRequest>

/** What came of one changed cell. */
export interface CellResult {
  /** `same`: it stands there already. `forbidden`: seen, and not to be changed by this person. */
  readonly outcome: 'saved' | 'same' | 'conflict' | 'invalid' | 'forbidden'
  readonly code?: string
  /** Why not, and what is expected instead. */
  readonly message?: string
  /** What stands there now, as it would be pulled; absent for a column that is none to this person. */
  readonly value?: Cell
  /** Of a conflict: what somebody else put there, by their alias, and when (ms UTC), where the history tells. */
  readonly theirs?: Cell
  readonly by?: string
  readonly at?: number
}

export interface RowResult {
  readonly key: string
  readonly id: string | null
  /** `saved` when all changed cells are as sent, `partly` when some are; `gone`: there is no such record for this person. */
  readonly outcome: 'saved' | 'partly' | 'conflict' | 'rejected' | 'gone'
  /** The record's, after the push. */
  readonly version: number | null
  readonly cells: Readonly<Record<string, CellResult>>
  /** Of a row that was not looked at: why. */
  readonly code?: string
  readonly message?: string
}

export interface SheetPush {
  readonly rows: readonly RowResult[]
}
