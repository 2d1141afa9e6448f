/// <reference path="./libraries.d.ts" />
import bidiFactory from 'bidi-js'
import LineBreaker from 'linebreak'
import { type Face, type Fonts, isSilent } from './fonts.ts'

/** Signs of one typeface and direction, in the order they are read. */
export interface Run {
  readonly face: Face
  readonly isRightToLeft: boolean
  readonly text: string
}

/** One line as it stands: its runs from left to right. */
export interface Line {
  readonly runs: readonly Run[]
  /** Begins at the right: the paragraph's first letter is of a script that does. */
  readonly isRightToLeft: boolean
  readonly width: number
}

/** How wide a run is. */
export type Measure = (run: Run) => number

/**
 * A text as lines no wider than `width`: broken where Unicode allows (UAX #14), within a word only where one alone is too
 * wide, and ordered for both directions (UAX #9). Paragraphs are separated by line breaks; an empty one is an empty line.
 */
export const linesOf = (text: string, width: number, fonts: Fonts, measure: Measure): Line[] =>
  text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((paragraph) => paragraphLines(paragraph, width, fonts, measure))

function paragraphLines(text: string, width: number, fonts: Fonts, measure: Measure): Line[] {
  const embedding = BIDI.getEmbeddingLevels(text)
  const isRightToLeft = ((embedding.paragraphs[0]?.level ?? 0) & 1) === 1
  const pieces = piecesOf(text, embedding.levels, fonts)
  const runsOf = (from: number, to: number) => visualRuns(pieces, from, to)
  const widthOf = (from: number, to: number) => runsOf(from, to).reduce((sum, run) => sum + measure(run), 0)
  const trimmedEnd = (from: number, to: number) => from + text.slice(from, to).trimEnd().length

  const lines: Line[] = []
  let [start, taken] = [0, 0]
  const end = (to: number) => {
    const runs = runsOf(start, trimmedEnd(start, to))
    lines.push({ runs, isRightToLeft, width: runs.reduce((sum, run) => sum + measure(run), 0) })
    start = to
    taken = 0
  }
  let from = 0
  for (const to of breaksOf(text)) {
    const needed = widthOf(from, trimmedEnd(from, to))
    if (taken + needed > width && from > start) end(from)
    if (needed > width) {
      // A word that is wider than the line alone.
      for (const { segment, index } of SEGMENTS.segment(text.slice(from, to))) {
        const part = widthOf(from + index, from + index + segment.length)
        if (taken + part > width && from + index > start) end(from + index)
        taken += part
      }
    } else taken += widthOf(from, to)
    from = to
  }
  if (start < text.length || lines.length === 0) end(text.length)
  return lines
}

const BIDI = bidiFactory()
/** Signs as people count them. */
const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where a line may end, the end of the text last. */
function breaksOf(text: string): number[] {
  const breaker = new LineBreaker(text)
  const places: number[] = []
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) places.push(next.position)
  return places
}

interface Piece extends Run {
  readonly from: number
  readonly to: number
  readonly level: number
}

/** The neighbours of one typeface and level, as they are written; mirrored where they are read from the right. */
function piecesOf(text: string, levels: Uint8Array, fonts: Fonts): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const sign of text) {
    const [level, last] = [levels[at] ?? 0, pieces.at(-1)]
    const isRightToLeft = (level & 1) === 1
    const face = fonts.faceOf(sign, last?.face ?? null)
    const shown = isControl(sign) ? '' : isRightToLeft ? (BIDI.getMirroredCharacter(sign) ?? sign) : sign
    const to = at + sign.length
    if (last && last.level === level && last.face === face)
      pieces.splice(-1, 1, { ...last, to, text: last.text + shown.padEnd(sign.length, '\0') })
    else pieces.push({ from: at, to, level, face, isRightToLeft, text: shown.padEnd(sign.length, '\0') })
    at = to
  }
  return pieces
}

/** What is not seen, but for the joiners, which say how Arabic letters join. */
const isControl = (sign: string): boolean => isSilent(sign) && !/[\u200c\u200d]/.test(sign)

/** The runs of a part of a paragraph from left to right (UAX #9, L2). */
function visualRuns(pieces: readonly Piece[], from: number, to: number): Run[] {
  const runs = pieces
    .filter((piece) => piece.from < to && piece.to > from)
    .map(({ text, level, face, isRightToLeft, ...piece }) => ({
      level,
      face,
      isRightToLeft,
      text: text
        .slice(Math.max(from, piece.from) - piece.from, Math.min(to, piece.to) - piece.from)
        .replaceAll('\0', ''),
    }))
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let start = 0; start < runs.length; start += 1) {
      let stop = start
      while ((runs[stop]?.level ?? 0) >= level) stop += 1
      if (stop > start) runs.splice(start, stop - start, ...runs.slice(start, stop).reverse())
      start = stop
    }
  }
  return runs.filter(({ text }) => text !== '')
}
