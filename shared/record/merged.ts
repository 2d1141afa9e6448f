import { type Change, changedId } from './change.ts'

/**
 * Changes of one batch, each record written once: what several of them say of the same record becomes one write, the
 * later word winning. A record is new or changed, never both, and its history gets one line.
 */
export function merged(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change>()
  for (const change of changes) {
    const id = changedId(change)
    const earlier = byRecord.get(id)
    byRecord.set(id, earlier ? together(earlier, change) : change)
  }
  return [...byRecord.values()]
}

/** What is taken out in the end is taken out, whatever was said of it before. */
function together(earlier: Change, later: Change): Change {
  if (later.kind === 'remove' || earlier.kind === 'remove') return later
  return { ...earlier, values: { ...earlier.values, ...later.values } }
}
