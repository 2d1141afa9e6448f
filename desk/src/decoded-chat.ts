/**
 * A text as telephones and computers write it: by its byte order mark, else UTF-8 where it is that, UTF-16 where every other
 * byte is empty, and the code of Chinese Windows. Null for what is no text.
 */
export function decodedChat(bytes: Uint8Array): string | null {
  const text = decode(bytes)
  return text.includes('\0') || text.trim() === '' ? null : text
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return as('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return as('utf-16be', bytes)
  const byNulls = utf16ByNulls(bytes)
  if (byNulls) return as(byNulls, bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return as('gb18030', bytes)
  }
}

const as = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

const SAMPLE = 2_000

/** Digits and spaces, of which a conversation has many, have an empty byte in UTF-16, always on the same side. */
function utf16ByNulls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  const [even, odd] = [0, 1].map((side) => sample.filter((byte, at) => byte === 0 && at % 2 === side).length)
  if ((even ?? 0) + (odd ?? 0) < sample.length / 20) return null
  return (odd ?? 0) > (even ?? 0) ? 'utf-16le' : 'utf-16be'
}
