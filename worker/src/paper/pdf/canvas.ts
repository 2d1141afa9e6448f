/// <reference path="./libraries.d.ts" />
import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { Fonts, Weight } from './fonts.ts'
import { type Line, linesOf, type Measure, type Run } from './line.ts'

/** How a text looks; sizes in points. */
export interface Look {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
}

/** The pages of a file, as far as a paper needs them. Places in points from the upper left corner. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly lines: (text: string, width: number, look: Look) => Line[]
  /** One line with its left edge at `x`, or with its right edge at `x + width`; `y` is its upper edge. */
  readonly line: (line: Line, x: number, y: number, width: number, look: Look, side?: Side) => void
  readonly rule: (x: number, y: number, width: number, colour: string, thickness?: number) => void
  readonly box: (x: number, y: number, width: number, height: number, colour: string) => void
  readonly picture: (bytes: Uint8Array, x: number, y: number, width: number, height: number) => void
  readonly newPage: () => void
  /** Draws on every page there is. */
  readonly onEachPage: (draw: (page: number, pages: number) => void) => void
  readonly finished: () => Promise<Uint8Array<ArrayBuffer>>
}

/** `start` is where the line's own script begins. */
export type Side = 'start' | 'left' | 'right' | 'centre'

/** Height of a line to its letters, and where letters stand in it. */
export const LEADING = 1.42
const BASELINE = 1.07

export interface About {
  readonly title: string
  readonly author: string
  /** BCP 47. */
  readonly language: string
  /** ms UTC: when the paper is dated, not when its file is made. */
  readonly date: number
}

/** An empty A4 page. The same calls give the same bytes: nothing in it is of the moment or by chance. */
export function openCanvas(fonts: Fonts, { title, author, language, date }: About): Canvas {
  const dated = new Date(date)
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: null,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'Quayside',
      Producer: 'Quayside',
      CreationDate: dated,
      ModDate: dated,
    },
  })
  for (const [name, font] of fonts.used) {
    // What is handed on as features says which way a run is read.
    const layout: typeof font.layout = (text, direction) =>
      font.layout(text, [], undefined, undefined, direction === 'rtl' ? 'rtl' : 'ltr')
    pdf.registerFont(name, Object.create(font, { layout: { value: layout } }))
  }

  const [width, height] = [595.28, 841.89]
  const chosen = ({ face }: Run, { size, weight = 'regular' }: Look) => pdf.font(`${face}-${weight}`, size)
  const featuresOf = ({ isRightToLeft }: Run) => (isRightToLeft ? { features: 'rtl' } : {})
  const measured =
    (look: Look): Measure =>
    (run) =>
      chosen(run, look).widthOfString(run.text, featuresOf(run))

  return {
    width,
    height,
    lines: (text, room, look) => linesOf(text, room, fonts, measured(look)),
    line(line, x, y, room, look, side = 'start') {
      const isRight = side === 'right' || (side === 'start' && line.isRightToLeft)
      const measure = measured(look)
      let at = x + (isRight ? room - line.width : side === 'centre' ? (room - line.width) / 2 : 0)
      for (const run of line.runs) {
        chosen(run, look)
          .fillColor(look.colour ?? '#111111')
          .text(run.text, at, y + look.size * BASELINE, {
            lineBreak: false,
            baseline: 'alphabetic',
            ...featuresOf(run),
          })
        at += measure(run)
      }
    },
    rule: (x, y, length, colour, thickness = 0.6) =>
      void pdf
        .strokeColor(colour)
        .lineWidth(thickness)
        .moveTo(x, y)
        .lineTo(x + length, y)
        .stroke(),
    box: (x, y, across, down, colour) => void pdf.fillColor(colour).rect(x, y, across, down).fill(),
    picture: (bytes, x, y, across, down) => void pdf.image(bytes, x, y, { fit: [across, down] }),
    newPage: () => void pdf.addPage(),
    onEachPage(draw) {
      const { count } = pdf.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        pdf.switchToPage(page)
        draw(page + 1, count)
      }
    },
    finished() {
      const bytes = toBytes(pdf)
      pdf.end()
      return bytes
    },
  }
}
