/** The charsets that the writers of the demo use. */
export type Charset = 'utf-8' | 'iso-8859-1' | 'windows-1252'

/** What windows-1252 has in the place of control characters, as far as anybody here writes it. */
const WINDOWS: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
}

/** A text in a charset, its lines ended by CRLF. Throws for a letter that the charset does not have. */
export function bytesOf(text: string, charset: Charset): Uint8Array {
  const lines = text.replace(/\r?\n/g, '\r\n')
  if (charset === 'utf-8') return new TextEncoder().encode(lines)
  return Uint8Array.from(lines, (letter) => {
    const code = (charset === 'windows-1252' ? WINDOWS[letter] : undefined) ?? letter.codePointAt(0) ?? 0
    if (code > 0xff || (code >= 0x80 && code < 0xa0 && !(letter in WINDOWS)))
      throw new RangeError('no such letter in the charset')
    return code
  })
}
