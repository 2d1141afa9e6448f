import type { PushRow } from '#shared/sheet/table.ts'

/** The most rows of one push: its answer comes in good time. */
const ROWS = 200

/** Rows in pushes of a bounded size. Rows of one record go together, so that the Worker sees a doubled one. */
export function batches(rows: readonly PushRow[]): PushRow[][] {
  const byId = new Map<string, PushRow[]>()
  for (const row of rows) byId.set(row.id ?? row.key, [...(byId.get(row.id ?? row.key) ?? []), row])
  const all: PushRow[][] = []
  for (const together of byId.values()) {
    const last = all[all.length - 1]
    if (last && last.length + together.length <= ROWS) last.push(...together)
    else all.push([...together])
  }
  return all
}
