import type { Cell, SheetType } from '#shared/sheet/api.ts'
import { sentValue } from '#shared/sheet/changed-rows.ts'
import type { PushRow } from '#shared/sheet/table.ts'
import type { CellPlace, SheetChanges } from '../calls.ts'
import type { Pushed } from './pushing.ts'
import type { SheetWords } from './words.ts'

/** One cell, or one whole row, that was not saved. */
export interface Finding extends CellPlace {
  readonly type: SheetType
  /** `SO-26-0412 · Promised date` */
  readonly title: string
  readonly lines: readonly string[]
  /** Of a conflict: what stands there now. */
  readonly theirs?: Cell
}

/** What came of a push: how much was saved, and everything that was not, cell by cell. */
export function findingsOf({ answered }: Pushed, words: SheetWords, moment: (ms: number) => string) {
  const findings: Finding[] = []
  let saved = 0
  for (const { changes, sent, results } of answered) {
    const sentChanges = new Map(sent.map((row) => [row.key, row.changes]))
    for (const result of results) {
      const { key, cells, outcome } = result
      const name = changes.names[key] ?? key
      const at = (field: string) => ({ sheet: changes.sheet, type: changes.type, key, field })
      if (outcome === 'gone' || result.message !== undefined) {
        const why = result.message ?? words('gone')
        findings.push({ ...at(''), title: `${name} · ${words('wholeRow')}`, lines: [why] })
        continue
      }
      for (const [field, cell] of Object.entries(cells)) {
        const title = `${name} · ${changes.labels[field] ?? field}`
        if (cell.outcome === 'saved' || cell.outcome === 'same') saved++
        else if (cell.outcome === 'conflict') {
          const { theirs = null } = cell
          const mine = sentValue(sentChanges.get(key)?.[field]?.to ?? null)
          const when = cell.at === undefined ? '' : moment(cell.at)
          const lines = [
            words('theirs', { by: cell.by ?? words('somebody'), at: when, value: shown(theirs, words) }),
            words('yours', { value: shown(mine, words) }),
          ]
          findings.push({ ...at(field), title, lines, theirs })
        } else findings.push({ ...at(field), title, lines: [cell.message ?? words('refused')] })
      }
    }
  }
  return { saved, findings }
}

/** Findings of earlier pushes that this one did not ask about again, and whose cells are still as they were found. */
export function stillOpen(
  findings: readonly Finding[],
  { answered }: Pushed,
  left: readonly SheetChanges[],
): readonly Finding[] {
  const asked = new Set(answered.flatMap(({ changes, sent }) => cellNames(changes.sheet, sent)))
  const changed = new Set(left.flatMap(({ sheet, rows }) => cellNames(sheet, rows)))
  return findings.filter((one) => changed.has(cellName(one)) && !asked.has(cellName(one)))
}

export const cellName = ({ sheet, key, field }: CellPlace): string => JSON.stringify([sheet, key, field])

/** The changed cells of rows, and the rows as a whole. */
const cellNames = (sheet: number, rows: readonly PushRow[]): string[] =>
  rows.flatMap(({ key, changes }) => ['', ...Object.keys(changes)].map((field) => cellName({ sheet, key, field })))

const shown = (cell: Cell, words: SheetWords): string =>
  cell === null || cell === '' ? words('nothing') : String(cell)
