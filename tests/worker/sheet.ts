import type { Cell, CellContent, SheetPull, SheetType } from '#shared/sheet/api.ts'
import { type Answer, type Firm, newId } from './firm.ts'

/** A changed cell: as it was pulled, and as it is now. */
export type Changes = Readonly<Record<string, { readonly from: Cell; readonly to: CellContent }>>

/** Somebody's sheet: what they pulled, and what comes of pushing it back. */
export async function aSheet(firm: Firm, type: SheetType = 'order', as: string = 'david', language = 'en') {
  const headers = { 'Accept-Language': language }
  const answer = await firm.call('POST', '/v1/sheets/pulls', { type }, { as, headers })
  const pull: SheetPull = answer.body
  const rowOf = (id: string) => pull.rows.find((row) => row.id === id)

  function push(rows: readonly object[], options: { key?: string | null; dryRun?: true; as?: string } = {}) {
    const { key = newId(), dryRun = false } = options
    const body = { pullId: pull.pullId, dryRun, rows }
    return firm.call('POST', '/v1/sheets/pushes', body, {
      as: options.as ?? as,
      headers: { ...headers, ...(key === null ? {} : { 'Idempotency-Key': key }) },
    })
  }

  /** One row as it was pulled, with these cells as they are now. */
  function edited(id: string, cells: Readonly<Record<string, CellContent>>): object {
    const row = rowOf(id)
    const changes: Changes = Object.fromEntries(
      Object.entries(cells).map(([key, to]) => [key, { from: row?.cells[key] ?? null, to }]),
    )
    return { key: id, id, version: row?.version ?? 1, changes }
  }

  return {
    answer,
    pull,
    rowOf,
    push,
    edited,
    /** Changes cells of one row and pushes them. */
    change: (id: string, cells: Readonly<Record<string, CellContent>>): Promise<Answer> => push([edited(id, cells)]),
  }
}
