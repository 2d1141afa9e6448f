import { unzipSync } from 'fflate'
import { decodedChat } from './decoded-chat.ts'

/** What is read of an exported conversation, bytes: its words, never what was sent along with them. */
export const CHAT_FILE_MAX = 20 * 1024 * 1024
/** A zip may hold pictures and voices besides, of which nothing is unpacked. */
export const ZIP_MAX = 200 * 1024 * 1024

export type ChatFile =
  | { readonly kind: 'read'; readonly text: string }
  /** It holds no text, cannot be unpacked, or is larger than what is read. */
  | { readonly kind: 'none' | 'too_large' }

/** The conversation in an exported file: a text, or a zip with one in it. */
export async function chatInFile(file: Blob): Promise<ChatFile> {
  if (file.size > ZIP_MAX) return { kind: 'too_large' }
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  const isZip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 3
  if (!isZip && file.size > CHAT_FILE_MAX) return { kind: 'too_large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isZip) return textOf(bytes)
  try {
    return textInZip(bytes)
  } catch {
    return { kind: 'none' }
  }
}

/** The largest text in it: beside the conversation there may be contacts that were sent. */
function textInZip(bytes: Uint8Array): ChatFile {
  let isTooLarge = false
  const texts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      const isText = /\.txt$/i.test(name)
      if (isText && originalSize > CHAT_FILE_MAX) isTooLarge = true
      return isText && originalSize <= CHAT_FILE_MAX
    },
  })
  const [largest] = Object.values(texts).toSorted((a, b) => b.length - a.length)
  if (!largest) return { kind: isTooLarge ? 'too_large' : 'none' }
  // What a zip says of its sizes may be a lie.
  return largest.length > CHAT_FILE_MAX ? { kind: 'too_large' } : textOf(largest)
}

function textOf(bytes: Uint8Array): ChatFile {
  const text = decodedChat(bytes)
  return text === null ? { kind: 'none' } : { kind: 'read', text }
}
