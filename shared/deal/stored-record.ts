import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { DealFile } from './deal-file.ts'

/** A record of a deal as it is stored; undefined for one that is not there yet. */
export function storedRecord({ deal, parts }: DealFile, type: Change['type'], id: string): AnyRecord | undefined {
  if (type === 'deal') return deal.id === id ? deal : undefined
  return (parts as unknown as Readonly<Record<string, readonly AnyRecord[]>>)[type]?.find((one) => one.id === id)
}

/** Changes that were worked out on a later state, each on the record as it is stored: whatever else of the same write has changed it. */
export const againstStored = (changes: readonly Change[], before: DealFile): Change[] =>
  changes.map((change) =>
    change.kind === 'update'
      ? { ...change, before: storedRecord(before, change.type, change.before.id) ?? change.before }
      : change,
  )
