import type { PushRow } from '#shared/sheet/table.ts'

/** The most rows of one push: its answer comes in good time. */
const ROWS = 200
/** The most bytes of its rows: the Worker takes two megabytes. */
const BYTES = 1_500_000

/** Rows in pushes of a bounded size. Rows of one record go together, so that the Worker sees a doubled one. */
export function batches(rows: readonly PushRow[]): PushRow[][] {
  const byId = new Map<string, PushRow[]>()
  for (const row of rows) byId.set(row.id ?? row.key, [...(byId.get(row.id ?? row.key) ?? []), row])
  const all: PushRow[][] = []
  let bytes = 0
  for (const together of byId.values()) {
    const more = bytesOf(together)
    const last = all[all.length - 1]
    if (last && last.length + together.length <= ROWS && bytes + more <= BYTES) {
      last.push(...together)
      bytes += more
    } else {
      all.push([...together])
      bytes = more
    }
  }
  return all
}

const bytesOf = (rows: readonly PushRow[]): number => new TextEncoder().encode(JSON.stringify(rows)).length
