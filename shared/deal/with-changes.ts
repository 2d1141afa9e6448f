import { type Change, changedId, versionAfter } from '#shared/record/change.ts'
import { completed } from '#shared/record/completed.ts'
import { byColumn } from '#shared/record/custom.ts'
import { merged } from '#shared/record/merged.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Deal } from '#shared/trade/index.ts'
import type { DealFile, DealParts } from './deal-file.ts'
import { isLone } from './lone.ts'
import { isPart, PART_NAMES, PARTS, WITHIN } from './parts.ts'

/**
 * A deal as it will be once these changes are stored: what is decided next in the same write is decided on this. What belongs to
 * another deal or to none stays away, and what goes to another takes along what is part of it.
 */
export function withChanges(file: DealFile, changes: readonly Change[]): DealFile {
  let { deal } = file
  const parts: Record<string, readonly AnyRecord[]> = {
    ...(file.parts as Readonly<Record<string, readonly AnyRecord[]>>),
  }
  const written = new Set<string>()
  // What follows within a record follows from all that is said of it.
  for (const change of merged(changes).map(completed)) {
    const id = changedId(change)
    if (change.type === 'deal') {
      if (id === deal.id && change.kind !== 'remove') deal = { ...deal, ...valuesAfter(change) } as Deal
    } else if (isPart(change.type)) {
      const list = parts[change.type] ?? []
      if (change.kind === 'remove') {
        parts[change.type] = list.filter((record) => record.id !== id)
        continue
      }
      const known = list.find((record) => record.id === id)
      const before = known ?? (change.kind === 'update' ? change.before : {})
      const after = { ...BLANK, ...before, ...valuesAfter(change), id, version: versionAfter(change) } as AnyRecord
      parts[change.type] = known ? list.map((one) => (one.id === id ? after : one)) : [after, ...list]
      written.add(id)
    }
  }
  // Around a record of no deal there is none that anything else could be of.
  return { ...file, deal, parts: isLone(file) ? (parts as unknown as DealParts) : ownAlone(parts, written, deal.id) }
}

/** Whether anything of a deal is among changes: the deal itself, or a record that is or comes to be part of it. */
export const isAbout = (file: DealFile, changes: readonly Change[]): boolean => {
  const { deal, parts } = withChanges(file, changes)
  return deal !== file.deal || PART_NAMES.some((part) => isOther(parts[part], file.parts[part]))
}

const isOther = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length !== other.length || one.some((record, at) => record !== other[at])

/** Of what was written, and of what is part of it, that which is of the deal. Wholes come before their parts. */
function ownAlone(
  parts: Readonly<Record<string, readonly AnyRecord[]>>,
  written: Set<string>,
  dealId: string,
): DealParts {
  const kept: Record<string, readonly AnyRecord[]> = {}
  for (const part of WHOLES_FIRST) {
    const { by } = PARTS[part]
    const ids = by === 'deal_id' ? new Set([dealId]) : new Set((kept[WITHIN[by]] ?? []).map(({ id }) => id))
    kept[part] = (parts[part] ?? []).filter((record) => {
      const parent = String(record[by])
      return ids.has(parent) || (!written.has(record.id) && !written.has(parent))
    })
  }
  return kept as unknown as DealParts
}

const WHOLES_FIRST = [...PART_NAMES].sort(
  (a, b) => Number(PARTS[a].by !== 'deal_id') - Number(PARTS[b].by !== 'deal_id'),
)

const valuesAfter = (change: Exclude<Change, { kind: 'remove' }>): Readonly<Record<string, unknown>> =>
  byColumn(change.values, change.kind === 'update' ? change.before.custom : {})

const BLANK = { custom: {}, created_at: 0, updated_at: 0 }
