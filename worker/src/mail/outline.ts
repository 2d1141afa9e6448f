/** How the bytes of a part travel (RFC 2045, 6). */
type Encoding = 'base64' | 'quoted-printable' | 'plain'

/** A part of a mail that is no text to be read: where its bytes lie within the mail. */
export interface Cut {
  readonly encoding: Encoding
  readonly start: number
  readonly end: number
}

export interface Outline {
  /** The mail with a short mark where each such part was: small, whatever is attached. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What was cut out, by its mark. */
  readonly cuts: ReadonlyMap<string, Cut>
}

/** What is read of all texts together; the longest letter is a hundredth of it. */
const KEPT_MAX = 2 * 1024 * 1024
/** A header of a part that is longer says nothing we could use. */
const HEADER_MAX = 64 * 1024
/** What is attached beyond, or nested deeper, is read as it stands. */
const PARTS_MAX = 500
const DEPTH_MAX = 50

const [LF, CR, DASH, SPACE, TAB] = [0x0a, 0x0d, 0x2d, 0x20, 0x09]

/**
 * A mail without what is attached. A parser of mails holds each part several times over (measured: 190 MB for a mail of
 * 25 MB), and a Worker has 128 MB for all that it does at once; of this outline it holds some kilobytes.
 */
export function outlineOf(raw: Uint8Array<ArrayBuffer>): Outline {
  const kept: Uint8Array[] = []
  const cuts = new Map<string, Cut>()
  const boundaries: Uint8Array[] = []
  let size = 0
  let at = 0

  const keep = (bytes: Uint8Array) => {
    const room = bytes.subarray(0, Math.max(0, KEPT_MAX - size))
    if (room.length > 0) kept.push(room)
    size += room.length
  }

  /** Reads the header at `at`, and says what is below it. */
  const entity = () => {
    const start = at
    while (at < raw.length) {
      const end = lineEnd(raw, at)
      const isBlank = end - at <= 2 && (raw[at] === LF || (raw[at] === CR && raw[at + 1] === LF))
      at = end
      if (isBlank) break
    }
    const header = raw.subarray(start, at)
    keep(header.subarray(0, HEADER_MAX))
    if (header.length > HEADER_MAX) keep(BLANK)
    return headOf(header)
  }

  /** Where the body at `at` ends: at a line that is one of the boundaries, or with the mail. */
  const bodyEnd = (): number => {
    let line = at
    while (line < raw.length) {
      if (boundaries.some((one) => boundaryAt(raw, line, one) !== null)) return line
      line = lineEnd(raw, line)
    }
    return raw.length
  }

  while (at < raw.length) {
    const head = entity()
    if (head.boundary !== null && boundaries.length < DEPTH_MAX)
      boundaries.push(new TextEncoder().encode(head.boundary))
    const start = at
    const end = bodyEnd()
    if (head.boundary === null && !head.isText && end > start && cuts.size < PARTS_MAX) {
      const mark = `quayside-part-${cuts.size}`
      cuts.set(mark, { encoding: head.encoding, start, end: withoutBreak(raw, start, end) })
      keep(new TextEncoder().encode(`${head.encoding === 'base64' ? btoa(mark) : mark}\r\n`))
    } else {
      keep(raw.subarray(start, end))
    }
    at = end
    // One boundary after another: the ends of what is nested, and what stands between them.
    while (at < raw.length) {
      const line = raw.subarray(at, lineEnd(raw, at))
      keep(line)
      at += line.length
      const ended = boundaries.findLast((one) => boundaryAt(line, 0, one) === 'end')
      if (!ended) break
      boundaries.splice(boundaries.indexOf(ended))
      const next = bodyEnd()
      keep(raw.subarray(at, next))
      at = next
    }
  }
  return { bytes: joined(kept, size), cuts }
}

const BLANK = new TextEncoder().encode('\r\n\r\n')

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from)
  return end < 0 ? bytes.length : end + 1
}

/** Whether a line is a boundary, and whether it is the last of its kind (RFC 2046, 5.1.1). */
function boundaryAt(bytes: Uint8Array, line: number, boundary: Uint8Array): 'next' | 'end' | null {
  if (bytes[line] !== DASH || bytes[line + 1] !== DASH) return null
  let at = line + 2
  for (const byte of boundary) if (bytes[at++] !== byte) return null
  const isEnd = bytes[at] === DASH && bytes[at + 1] === DASH
  if (isEnd) at += 2
  while (bytes[at] === SPACE || bytes[at] === TAB) at += 1
  if (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) return null
  return isEnd ? 'end' : 'next'
}

/** The line break before a boundary belongs to the boundary. */
function withoutBreak(bytes: Uint8Array, start: number, end: number): number {
  if (end === bytes.length) return end
  const feed = end > start && bytes[end - 1] === LF ? end - 1 : end
  return feed > start && bytes[feed - 1] === CR ? feed - 1 : feed
}

interface Head {
  readonly boundary: string | null
  /** A text to be read, not a file. */
  readonly isText: boolean
  readonly encoding: Encoding
}

/** As far as it decides what is cut out; the parser reads the rest. */
function headOf(bytes: Uint8Array): Head {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_MAX)).replace(/\r?\n[ \t]+/g, ' ')
  const headerOf = (name: string) => new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)`, 'im').exec(header)?.[1] ?? ''
  const type = headerOf('content-type')
  const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const kind = /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0].toLowerCase() ?? 'text/plain'
  const isAttached = /^attachment\b/i.test(headerOf('content-disposition'))
  const transfer = headerOf('content-transfer-encoding')
  return {
    boundary: kind.startsWith('multipart/') ? (quoted ?? plain ?? null) : null,
    isText: !isAttached && (kind === 'text/plain' || kind === 'text/html' || kind.startsWith('multipart/')),
    encoding: /base64/i.test(transfer) ? 'base64' : /quoted-printable/i.test(transfer) ? 'quoted-printable' : 'plain',
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
