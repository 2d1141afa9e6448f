import { base64Decoder } from './part-bytes.ts'

/** What comes before the mail in Gmail's answer: labels, sizes, and the beginning of the mail again. */
const BEFORE_MAX = 64 * 1024

/**
 * The mail within Gmail's JSON, decoded as it arrives: as a text, and as a text again within it, a mail of 25 MB would stand in
 * memory five times over. Null where there is none.
 */
export async function rawWithin(
  body: ReadableStream<Uint8Array>,
  max: number,
): Promise<Uint8Array<ArrayBuffer> | 'too_large' | null> {
  const decoder = base64Decoder(max)
  let before = ''
  let state: 'before' | 'within' | 'after' = 'before'
  for await (const part of body) {
    let signs: Uint8Array = part
    if (state === 'before') {
      const from = before.length
      before += new TextDecoder('latin1').decode(part)
      const found = /"raw"\s*:\s*"/.exec(before)
      if (!found && before.length > BEFORE_MAX) return null
      if (!found) continue
      state = 'within'
      signs = part.subarray(found.index + found[0].length - from)
    }
    if (state === 'within') {
      const end = signs.indexOf(QUOTE)
      if (!decoder.take(end < 0 ? signs : signs.subarray(0, end))) {
        return 'too_large'
      }
      if (end >= 0) state = 'after'
    }
  }
  return state === 'after' ? decoder.bytes() : null
}

const QUOTE = 0x22
