/**
 * The demo's clock: real time plus an offset kept in the workbench's own database, so that a restart
 * goes on where it was. Read once per isolate; only this door changes it.
 */
let offsetMs: number | undefined

export const clockNow = (): number => Date.now() + (offsetMs ?? 0)

export async function loadClock(local: D1Database): Promise<void> {
  if (offsetMs !== undefined) return
  const row = await local.prepare("SELECT value FROM settings WHERE key = 'clock_offset_ms'").first<{ value: string }>()
  offsetMs = Number(row?.value ?? 0)
}

/** Sets the clock to an instant (ms UTC). */
export async function setClock(local: D1Database, instant: number): Promise<void> {
  offsetMs = instant - Date.now()
  await local
    .prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('clock_offset_ms', ?)")
    .bind(String(offsetMs))
    .run()
}

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; null for anything else. */
export function durationMs(duration: string): number | null {
  const match = /^(-?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)
  if (!match) return null
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as number[]
  const total = ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
  return (match[1] ? -1 : 1) * total * 1000
}
