import type { Address, Message } from '#shared/api.ts'

/** What Outlook tells of a mail in its headers alone. */
export type InternetHeaders = Pick<Message, 'replyTo' | 'inReplyTo' | 'references'>

/** As the Worker takes them: `#shared/api.ts`, which the pane has only the types of. */
const ADDRESS_MAX = 1_000
const REPLY_TO_MAX = 10
/** Room for so many, and too little to take long over. */
const REPLY_TO_CHARS = 4_000
const REFERENCES_MAX = 100
const HEADER_MAX = 64 * 1024

/** Reads the headers of a mail (RFC 5322) as `getAllInternetHeadersAsync` gives them. What is broken is left out. */
export function internetHeaders(raw: string): InternetHeaders {
  const unfolded = raw.slice(0, 4 * HEADER_MAX).replace(/\r?\n[ \t]+/g, ' ')
  const header = (name: string): string =>
    (new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(unfolded)?.[1] ?? '').slice(0, HEADER_MAX)
  const references = idsIn(header('References'))
  return {
    replyTo: addressesIn(header('Reply-To')),
    inReplyTo: idsIn(header('In-Reply-To'))[0] ?? null,
    // The first of a long thread, and the last.
    references:
      references.length > REFERENCES_MAX
        ? [...references.slice(0, 1), ...references.slice(1 - REFERENCES_MAX)]
        : references,
  }
}

const idsIn = (value: string): string[] => (value.match(/<[^<>\s]+>/g) ?? []).filter((id) => id.length <= ADDRESS_MAX)

/** Commas within quotation marks part nobody. Who stands in a group stands for themselves. */
function addressesIn(value: string): Address[] {
  const whole = value.length > REPLY_TO_CHARS ? value.slice(0, value.lastIndexOf(',', REPLY_TO_CHARS) + 1) : value
  const parts = whole.slice(0, REPLY_TO_CHARS).match(/(?:"(?:[^"\\]|\\.)*"|[^",;])+/g) ?? []
  return parts.slice(0, REPLY_TO_MAX).flatMap((part) => {
    const plain = part.replace(/"(?:[^"\\]|\\.)*"/g, '')
    const address = /<([^<>\s]+@[^<>\s]+)>/.exec(plain)?.[1] ?? /[^\s<>:]+@[^\s<>:]+/.exec(plain)?.[0]
    if (address === undefined || address.length > ADDRESS_MAX) return []
    const name = part.includes('<') ? part.slice(0, part.lastIndexOf('<')).trim() : ''
    return { name: decoded(name).slice(0, ADDRESS_MAX).trim() || null, address }
  })
}

/** Words in another charset (RFC 2047), and quotation marks. A name that cannot be read is none. */
function decoded(name: string): string {
  try {
    return name
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi, (_, charset: string, how: string, text: string) => {
        const bytes = /b/i.test(how)
          ? atob(text)
          : text
              .replace(/_/g, ' ')
              .replace(/=([\da-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        return new TextDecoder(charset).decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)))
      })
      .replace(/\\(.)|"/g, '$1')
  } catch {
    return ''
  }
}
