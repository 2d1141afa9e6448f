import { folded } from './fold.ts'

/** A stretch of a mail's text, with the same stretch folded, sign for sign. */
export interface Passage {
  readonly text: string
  readonly folded: string
}

export const passage = (text: string): Passage => ({ text, folded: folded(text).replaceAll('\n', ' ') })

export const cut = ({ text, folded }: Passage, from: number, to?: number): Passage => ({
  text: text.slice(from, to),
  folded: folded.slice(from, to),
})

/** More of a mail than this nobody has written about what they want to buy. */
const TEXT_MAX = 64 * 1024
const LINES_MAX = 1_500
const LINE_MAX = 1_000

/** A text as lines, each short enough for every expression to look at. */
export function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const line of text.slice(0, TEXT_MAX).split(/\r\n|\r|\n/)) {
    for (let at = 0; at === 0 || at < line.length; at += LINE_MAX) lines.push(line.slice(at, at + LINE_MAX).trimEnd())
    if (lines.length >= LINES_MAX) break
  }
  return lines
}

/**
 * The sentences of some lines. A line that was broken by the sender's program goes on in the next; items of lists
 * and lines of their own stay apart.
 */
export function clausesOf(lines: readonly string[]): Passage[] {
  const clauses: Passage[] = []
  let paragraph = ''
  const end = () => {
    if (paragraph.trim() !== '') clauses.push(...sentences(passage(paragraph)))
    paragraph = ''
  }
  for (const line of lines) {
    const last = paragraph.slice(paragraph.lastIndexOf('\n') + 1)
    const goesOn =
      last.length >= 55 &&
      !/[.:;!?。！？：]\s*$/.test(last) &&
      /^\s{0,8}[\p{Ll}\p{Lo}(0-9]/u.test(line) &&
      !ITEM.test(line)
    if (paragraph !== '' && goesOn && paragraph.length < LINE_MAX) paragraph += `\n${line}`
    else {
      end()
      paragraph = line
    }
  }
  end()
  return clauses
}

/** What items of a list begin with. */
export const ITEM =
  /^\s{0,12}(?:[*_]{0,2}(?=\d)|)(?:[-*•·・･–—●▪◦→➔➤►▶»○■□✓✔※◆◇]|\(?\d{1,2}[.):、](?!\d)|\d{1,2}\s?-(?=\s)|[a-z][.)]|pos\.? ?\d{1,3}|[①-⑳])\s{0,8}/iu

/** A full stop ends a sentence behind a word of more than three letters or a long number, before a capital; `Sp. z o.o.` and `9. November` go on. */
function sentences(whole: Passage): Passage[] {
  const parts: Passage[] = []
  let from = 0
  for (const match of whole.text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length
    // `1.` begins an item.
    if (/^[\s\d]*$/.test(whole.text.slice(from, match.index))) continue
    parts.push(cut(whole, from, end))
    from = end
  }
  parts.push(cut(whole, from))
  return parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

const SENTENCE_END =
  /[。！？；]+|[!?;؟]+(?=\s)|(?<=[\p{L}]{4}|\/\p{L}|[\p{Lo}]{2}|\d{3}|[.,]\d{2}|[)\]"'»%])\.(?=\s+["'«(¿¡]?[\p{Lu}\p{Lo}])/gu
