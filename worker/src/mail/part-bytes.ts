import type { Cut } from './outline.ts'

/**
 * The bytes of a part as they were before they travelled (RFC 2045, 6.7 and 6.8). What is no sign of the encoding is passed
 * over, as every mail program does. One array of about their size is all that it takes.
 */
export function partBytes(raw: Uint8Array<ArrayBuffer>, { encoding, start, end }: Cut): Uint8Array<ArrayBuffer> {
  const travelled = raw.subarray(start, end)
  if (encoding === 'base64') return fromBase64(travelled)
  return encoding === 'quoted-printable' ? fromQuoted(travelled) : travelled.slice()
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const [NONE, PADDING] = [255, 254]

const VALUES = (() => {
  const values = new Uint8Array(256).fill(NONE)
  for (const [value, sign] of [...SIGNS].entries()) values[sign.charCodeAt(0)] = value
  values['='.charCodeAt(0)] = PADDING
  // The form for addresses, in which Gmail's API gives whole mails.
  values['-'.charCodeAt(0)] = 62
  values['_'.charCodeAt(0)] = 63
  return values
})()

/** Padding ends four signs, also where another four follow: some programs encode each line for itself. */
export function fromBase64(signs: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoder = base64Decoder(Math.ceil((signs.length * 3) / 4), Math.ceil((signs.length * 3) / 4))
  decoder.take(signs)
  return decoder.bytes()
}

/** Decodes piece by piece into one array, which grows from `expected` bytes to `max`. */
export function base64Decoder(max: number, expected = 64 * 1024) {
  let bytes = new Uint8Array(Math.min(max, expected))
  let [bits, held, size] = [0, 0, 0]
  return {
    /** False once there is more than `max` bytes. */
    take(signs: Uint8Array): boolean {
      const most = size + Math.ceil((signs.length * 3) / 4) + 1
      if (most > bytes.length && bytes.length < max) {
        const larger = new Uint8Array(Math.min(max, Math.max(most, bytes.length * 2)))
        larger.set(bytes)
        bytes = larger
      }
      for (const sign of signs) {
        const value = VALUES[sign] ?? NONE
        if (value < 64) {
          bits = ((bits << 6) | value) & 0xffff
          held += 6
          if (held >= 8) {
            held -= 8
            if (size === max) return false
            bytes[size++] = bits >> held
          }
        } else if (value === PADDING) held = 0
      }
      return true
    },
    bytes: (): Uint8Array<ArrayBuffer> => bytes.subarray(0, size),
  }
}

const [EQUALS, CR, LF] = [0x3d, 0x0d, 0x0a]

function fromQuoted(signs: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(signs.length)
  let size = 0
  for (let at = 0; at < signs.length; at += 1) {
    if (signs[at] !== EQUALS) {
      bytes[size++] = signs[at] ?? 0
      continue
    }
    if (signs[at + 1] === LF) at += 1
    else if (signs[at + 1] === CR && signs[at + 2] === LF) at += 2
    else {
      const value = hexAt(signs, at + 1)
      bytes[size++] = value ?? EQUALS
      if (value !== null) at += 2
    }
  }
  return bytes.subarray(0, size)
}

function hexAt(signs: Uint8Array, at: number): number | null {
  const hex = String.fromCharCode(signs[at] ?? 0, signs[at + 1] ?? 0)
  return /^[\dA-Fa-f]{2}$/.test(hex) ? Number.parseInt(hex, 16) : null
}
