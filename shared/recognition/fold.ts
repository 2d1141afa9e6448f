import { asciiDigits } from '#shared/i18n/numbers.ts'

/**
 * A text for comparison, letter by letter and exactly as long as it was: what is found in it at a place stands at the
 * same place of the original. Lower case; Latin without accents; digits and signs of every script as those of ASCII.
 */
export function folded(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    result += code < 0x80 ? ASCII[code] : foldedSign(text.charAt(at))
  }
  return result
}

const ASCII: readonly string[] = Array.from({ length: 0x80 }, (_, code) =>
  code < 0x20
    ? code === 0x0a || code === 0x09
      ? String.fromCharCode(code)
      : ' '
    : String.fromCharCode(code).toLowerCase(),
)

const SIGNS: Readonly<Record<string, string>> = {
  ...ofEach("'", '‘’‚‛´`′'),
  ...ofEach('"', '“”„‟″'),
  ...ofEach('-', '‐‑‒–—―−'),
  ...ofEach(' ', '\u00a0\u00ad\u1680\u202f\u205f\u3000\u2028\u2029\ufeff'),
  ...ofEach(' ', '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f'),
  ...ofEach(' ', '\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'),
  ...ofEach('a', 'ª'),
  ...ofEach('o', 'ºøØ'),
  ...ofEach('l', 'łŁ'),
  ...ofEach('d', 'đĐðÐ'),
  ...ofEach('i', 'ıİ'),
  ...ofEach('е', 'ёЁ'),
  ...ofEach('ا', 'أإآٱ'),
  ...ofEach('ه', 'ة'),
  ...ofEach('ي', 'ى'),
  ...ofEach(',', '،٬、'),
  ...ofEach('.', '٫。'),
  ...ofEach(';', '؛'),
  ...ofEach('?', '؟'),
  ...ofEach('%', '٪'),
}

function ofEach(to: string, signs: string): Record<string, string> {
  return Object.fromEntries([...signs].map((sign) => [sign, to]))
}

const SEEN = new Map<string, string>()

function foldedSign(sign: string): string {
  const known = SEEN.get(sign)
  if (known !== undefined) return known
  const found = withoutAccent(sign)
  // Only so many letters are written in mails; a hostile one shall not fill the memory.
  if (SEEN.size < 5_000) SEEN.set(sign, found)
  return found
}

function withoutAccent(sign: string): string {
  const known = SIGNS[sign]
  if (known !== undefined) return known
  const code = sign.charCodeAt(0)
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0).toLowerCase()
  const digit = asciiDigits(sign)
  if (digit !== sign) return digit
  const latin = code < 0x250 || (code >= 0x1e00 && code < 0x1f00)
  const plain = latin ? sign.normalize('NFD').charAt(0) : sign
  const lower = plain.toLowerCase()
  return lower.length === 1 ? lower : sign
}
