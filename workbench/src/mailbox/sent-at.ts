/**
 * The Date header as RFC 3339, keeping the sender's offset, which tells what time it was for them.
 * A missing or unknown zone is UTC (RFC 5322, 3.3 and 4.3); null for what is no date.
 */
export function sentAtOf(header: string | undefined): string | null {
  const [, clock, zone = ''] = /^\s*(.*?\d{1,2}:\d{2}(?::\d{2})?)\s*([^\s(]*)/.exec(header ?? '') ?? []
  if (clock === undefined) return null
  const offset = /^([+-])([01]\d|2[0-3])([0-5]\d)$/.exec(zone)
  // `-0000` says that the sender's zone is not known.
  if (offset && zone !== '-0000') return written(Date.parse(`${clock} UTC`), `${offset[1]}${offset[2]}:${offset[3]}`)
  const named = /^[A-Z]+$/i.test(zone) ? Date.parse(`${clock} ${zone}`) : Number.NaN
  return written(Number.isNaN(named) ? Date.parse(`${clock} UTC`) : named, 'Z')
}

/** A clock reading and the offset it was read at; RFC 3339 has years of four digits only. */
function written(readingMs: number, offset: string): string | null {
  if (Number.isNaN(readingMs)) return null
  const iso = new Date(readingMs).toISOString()
  return /^\d{4}-/.test(iso) ? `${iso.slice(0, 19)}${offset === '+00:00' ? 'Z' : offset}` : null
}
