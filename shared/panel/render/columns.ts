/** How many columns of a fixed-width letter a line takes: Chinese, Japanese and Korean signs take two. */
export function columns(line: string): number {
  let width = 0
  for (const sign of line.replace(/[\p{M}\p{Cf}]/gu, '')) width += WIDE.test(sign) ? 2 : 1
  return width
}

/** What UAX 11 calls wide, as far as names and labels hold it. */
const WIDE = new RegExp(
  '[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE4F' +
    '\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFD}\\p{Emoji_Presentation}]',
  'u',
)

/** Fills a word up with blanks to a number of columns. */
export function padded(words: string, width: number): string {
  return words + ' '.repeat(Math.max(0, width - columns(words)))
}
