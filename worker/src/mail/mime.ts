import type { Address } from '#shared/api.ts'

/** What is written to somebody. */
export interface Letter {
  readonly to: Address | null
  readonly subject: string
  /** Message-ID of the mail that it answers. */
  readonly inReplyTo: string | null
  readonly text: string
  readonly html: string
  readonly files?: readonly Enclosure[]
}

/** A file that a letter is sent with. */
export interface Enclosure {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/**
 * A letter as a mail (RFC 5322, 2045, 2047), in ASCII alone. Whatever a value is, it ends where its header ends; what
 * cannot be said in one is left out.
 */
export function mimeOf({ to, subject, inReplyTo, text, html, files = [] }: Letter): string {
  const recipient = to && mailbox(to)
  const answered = inReplyTo && /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/.test(inReplyTo) ? inReplyTo : null
  const said = multipart('alternative', BOUNDARY, [part('plain', text), part('html', html)])
  return [
    ...(recipient ? [`To: ${recipient}`] : []),
    `Subject: ${words(subject)}`,
    ...(answered ? [`In-Reply-To: ${answered}`, `References: ${answered}`] : []),
    'MIME-Version: 1.0',
    ...(files.length > 0 ? mixed([said, ...files.map(enclosed)]) : said),
    '',
  ].join('\r\n')
}

/** Both hold a sign that base64 has not: no part can contain them. */
const BOUNDARY = '=_letter'
const FILES_BOUNDARY = '=_files'

const multipart = (
  kind: 'alternative' | 'mixed',
  boundary: string,
  parts: readonly (readonly string[])[],
): string[] => [
  `Content-Type: multipart/${kind}; boundary="${boundary}"`,
  '',
  ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
  `--${boundary}--`,
]

const mixed = (parts: readonly (readonly string[])[]): string[] => multipart('mixed', FILES_BOUNDARY, parts)

/** The name twice (RFC 2231): as it is, and for programs that cannot read that. A type that is none is that of any file. */
function enclosed({ name, mime, bytes }: Enclosure): string[] {
  const plain = name.replace(/[^\w .()-]/g, '_').slice(0, 200)
  // By its bytes: half a letter, which encodeURIComponent throws at, becomes a sign of its own.
  const whole = [...bytesOf(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  return [
    `Content-Type: ${/^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : 'application/octet-stream'}`,
    `Content-Disposition: attachment; filename="${plain}";`,
    ` filename*=UTF-8''${whole}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...lined(base64(bytes)),
  ]
}

const lined = (base64: string): readonly string[] => base64.match(/.{1,76}/g) ?? []

const part = (type: 'plain' | 'html', content: string): string[] => [
  `Content-Type: text/${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...lined(base64(bytesOf(content.replace(/\r?\n/g, '\r\n')))),
]

/** Null for an address that is none, or that holds letters a header cannot hold. */
function mailbox({ name, address }: Address): string | null {
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[A-Za-z0-9.-]{1,255}$/.test(address)) return null
  return name ? `${encoded(name)} <${address}>` : address
}

/** What looks like words of a header and is short enough for a line stays readable. */
const words = (text: string): string =>
  /^[\x20-\x7e]{0,900}$/.test(text) && !text.includes('=?') ? text : encoded(text)

/** As encoded words of at most 75 characters, each of whole letters, a line each. */
function encoded(text: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const letter of text.replace(/\p{Cc}+/gu, ' ')) {
    if (bytesOf(piece + letter).length > PIECE_BYTES) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece].map((one) => `=?UTF-8?B?${base64(bytesOf(one))}?=`).join('\r\n ')
}

/** 60 characters in base64, and 12 around them. */
const PIECE_BYTES = 45

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A chunk at a time: an argument for each byte of a file would be too many. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

const CHUNK = 8_192
