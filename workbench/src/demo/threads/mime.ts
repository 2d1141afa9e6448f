import { wallClock } from '#shared/time/zone.ts'
import { offsetMinutes } from '../zone-offset.ts'
import { bytesOf, type Charset } from './charset.ts'

export type Party = readonly [name: string, address: string]

/** One mail before it is written as a message. */
export interface Mail {
  readonly from: Party
  readonly to: readonly Party[]
  readonly cc?: readonly Party[]
  readonly subject: string
  /** ms UTC, and the zone on the writer's clock. */
  readonly at: number
  readonly timezone: string
  /** With its angle brackets; some programs send none. */
  readonly messageId?: string
  /** The Message-IDs of the thread so far, the oldest first. */
  readonly references?: readonly string[]
  readonly charset: Charset
  readonly encoding: 'quoted-printable' | 'base64'
  readonly text: string
  readonly html?: string
  readonly attachment?: { readonly name: string; readonly type: string; readonly text: string }
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** The mail as RFC 5322 has it: CRLF, nothing but ASCII, its charset as it says. */
export function messageOf(mail: Mail): string {
  const { charset } = mail
  const parties = (list: readonly Party[]) => list.map((party) => partyHeader(party, charset)).join(',\r\n ')
  const headers: (readonly [string, string | undefined])[] = [
    ['From', parties([mail.from])],
    ['To', parties(mail.to)],
    ['Cc', mail.cc && parties(mail.cc)],
    ['Subject', encodedWords(mail.subject, charset)],
    ['Date', dateHeader(mail.at, mail.timezone)],
    ['Message-ID', mail.messageId],
    ['In-Reply-To', mail.references?.at(-1)],
    ['References', mail.references?.join('\r\n ')],
    ...(mail.headers ?? []),
    ['MIME-Version', '1.0'],
  ]
  const lines = headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return [...lines, bodyOf(mail)].join('\r\n')
}

/** The last headers and the body: one part, the same text twice, or a text with something attached. */
function bodyOf({ charset, encoding, text, html, attachment }: Mail): string {
  const plain = part(`text/plain; charset="${charset}"`, encoding, bytesOf(text, charset))
  const shown =
    html === undefined
      ? plain
      : multipart('alternative', 'alt', [
          plain,
          part(`text/html; charset="${charset}"`, encoding, bytesOf(html, charset)),
        ])
  if (!attachment) return shown
  const file = part(attachment.type, 'base64', bytesOf(attachment.text, 'utf-8'), [
    `Content-Disposition: attachment; filename="${attachment.name}"`,
  ])
  return multipart('mixed', 'mix', [shown, file])
}

function part(type: string, encoding: Mail['encoding'], bytes: Uint8Array, headers: readonly string[] = []): string {
  const body = encoding === 'base64' ? (base64(bytes).match(/.{1,76}/g) ?? []).join('\r\n') : quotedPrintable(bytes)
  return [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...headers, '', body, ''].join('\r\n')
}

/** `=_` cannot come out of either encoding, so no line of a part can look like the boundary. */
function multipart(kind: string, name: string, parts: readonly string[]): string {
  const boundary = `=_bw_${name}`
  const inner = parts.map((one) => `--${boundary}\r\n${one}`).join('\r\n')
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}\r\n--${boundary}--\r\n`
}

function partyHeader([name, address]: Party, charset: Charset): string {
  if (isAscii(name)) return `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`
  return `${encodedWords(name, charset)}\r\n <${address}>`
}

/** With the header's name in front, a line stays below the 76 characters of RFC 2047. */
const WORD_MAX = 62

/** RFC 2047: one word after the other, none of which breaks a letter. */
function encodedWords(value: string, charset: Charset): string {
  if (isAscii(value)) return value
  const room = Math.floor((WORD_MAX - `=?${charset}?B??=`.length) / 4) * 3
  const words = ['']
  for (const letter of value) {
    const longer = (words.at(-1) ?? '') + letter
    if (bytesOf(longer, charset).length > room) words.push(letter)
    else words[words.length - 1] = longer
  }
  return words.map((word) => `=?${charset}?B?${base64(bytesOf(word, charset))}?=`).join('\r\n ')
}

const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value)

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** RFC 2045 6.7. Line breaks of the text stay line breaks; lines end after at most 76 characters. */
function quotedPrintable(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
    .split('\r\n')
    .map((line) => {
      const units = Array.from(line, (unit, index) => quoted(unit, index === line.length - 1))
      const lines = ['']
      for (const unit of units) {
        if ((lines.at(-1) ?? '').length + unit.length > 75) lines.push('')
        lines[lines.length - 1] += unit
      }
      return lines.join('=\r\n')
    })
    .join('\r\n')
}

function quoted(unit: string, last: boolean): string {
  const plain = unit === ' ' ? !last : /[!-<>-~]/.test(unit)
  return plain ? unit : `=${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tue, 20 Oct 2026 09:00:00 +0800` */
function dateHeader(at: number, timezone: string): string {
  const { date, time, weekday } = wallClock(at, timezone)
  const [year, month, day] = date.split('-')
  const offset = offsetMinutes(at, timezone)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(minutes).padStart(2, '0')}`
  return `${WEEKDAYS[weekday - 1]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${time}:00 ${zone}`
}
