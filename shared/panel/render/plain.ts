/** A value as plain text on one line, kept apart from its neighbours where it may run from right to left. */
export function plain(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return isRightToLeft(line) ? isolated(line) : line
}

/** Whether some of it is written from right to left, or says by a mark which way it goes. */
export const isRightToLeft = (value: string): boolean => DIRECTED.test(value)

/** Letters of the scripts written from right to left, and the marks that set a direction. */
const DIRECTED = new RegExp(
  '[\\u0590-\\u08FF\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFB1D-\\uFDFF\\uFE70-\\uFEFC' +
    '\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}]',
  'u',
)
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * Plain text has no element to hold a writing direction in; Unicode's isolates (UAX 9) do the same.
 * Isolates that a value leaves open are closed. An end without a beginning means nothing by itself
 * but would end ours, so it is left out.
 */
export function isolated(line: string): string {
  let open = 0
  const inside = line.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark === POP_ISOLATE && open === 0) return ''
    open += mark === POP_ISOLATE ? -1 : 1
    return mark
  })
  return FIRST_STRONG_ISOLATE + inside + POP_ISOLATE.repeat(open + 1)
}
