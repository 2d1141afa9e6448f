import type { Column, Labelled, Printed } from '#shared/paper/printed.ts'
import { type Canvas, LEADING, type Look, type Side } from './canvas.ts'

/** What a letterhead gives to the layout. */
export interface Dress {
  readonly colour: string
  readonly logo: Uint8Array | null
  readonly pageOf: (page: number, pages: number) => string
}

const MARGIN = 42
const FOOT = 40
const GREY = '#5b6570'
const HAIR = '#c9d0d8'
const SMALL: Look = { size: 7.5, colour: GREY }
const BODY: Look = { size: 9 }
const BOLD: Look = { size: 9, weight: 'bold' }

/** Lays out a paper: letterhead, parties beside facts, the table over as many pages as it takes, totals, notes, signatures. */
export function layPaper(canvas: Canvas, content: Printed, dress: Dress): void {
  const room = canvas.width - 2 * MARGIN
  const bottom = canvas.height - MARGIN - FOOT
  let y = MARGIN

  /** Begins a page unless there is room; what is drawn on each new one is drawn then. */
  function need(height: number, head?: () => void): void {
    if (y + height <= bottom) return
    canvas.newPage()
    y = MARGIN
    head?.()
  }
  const write = (text: string, x: number, width: number, look: Look, side?: Side): void => {
    for (const line of canvas.lines(text, width, look)) {
      need(look.size * LEADING)
      canvas.line(line, x, y, width, look, side)
      y += look.size * LEADING
    }
  }
  const heightOf = (text: string, width: number, look: Look) =>
    canvas.lines(text, width, look).length * look.size * LEADING

  letterhead()
  beside()
  table()
  totals()
  for (const note of content.notes) noteOf(note)
  signatures()
  canvas.onEachPage(foot)

  function letterhead(): void {
    const logo = dress.logo ? 96 : 0
    if (dress.logo) canvas.picture(dress.logo, MARGIN, y, 84, 54)
    const [first = '', ...others] = content.seller.names
    write(first, MARGIN + logo, room - logo, { size: 14, weight: 'bold', colour: dress.colour })
    for (const name of others) write(name, MARGIN + logo, room - logo, BOLD)
    for (const line of content.seller.lines) write(line, MARGIN + logo, room - logo, { ...SMALL, size: 8 })
    y = Math.max(y, dress.logo ? MARGIN + 58 : 0) + 6
    canvas.rule(MARGIN, y, room, dress.colour, 1.4)
    y += 12
    write(content.title, MARGIN, room, { size: 18, weight: 'bold', colour: dress.colour }, 'centre')
    y += 8
  }

  /** Who it is for at the left, what is agreed at the right. */
  function beside(): void {
    const [gap, left] = [18, room * 0.44]
    const from = y
    for (const { label, text } of content.parties) {
      write(label, MARGIN, left, SMALL)
      write(text, MARGIN, left, BODY)
      y += 5
    }
    const ended = y
    y = from
    const [at, width] = [MARGIN + left + gap, room - left - gap]
    for (const { label, text } of content.facts) {
      const top = y
      write(label, at, LABEL - PAD, SMALL)
      const under = y
      y = top
      write(text, at + LABEL, width - LABEL, BODY)
      y = Math.max(y, under) + 1.5
    }
    y = Math.max(y, ended) + 8
  }

  function table(): void {
    const columns = placed(content.columns, room)
    const head = () => {
      const height = Math.max(...columns.map(({ label, width }) => heightOf(label, width - PAD * 2, HEAD))) + 7
      canvas.box(MARGIN, y, room, height, dress.colour)
      row(
        columns.map(({ label }) => label),
        HEAD,
        height,
        3.5,
      )
    }
    need(60)
    head()
    for (const cells of content.rows) {
      const height =
        Math.max(...cells.map((cell, index) => heightOf(cell, (columns[index]?.width ?? 0) - PAD * 2, BODY))) + 6
      need(height, head)
      row(cells, BODY, height, 3)
      canvas.rule(MARGIN, y, room, HAIR)
    }
    y += 4

    function row(cells: readonly string[], look: Look, height: number, above: number): void {
      const top = y
      columns.forEach(({ x, width, isNumber }, index) => {
        const lines = canvas.lines(cells[index] ?? '', width - PAD * 2, look)
        lines.forEach((line, nth) => {
          const side = isNumber ? 'right' : 'start'
          canvas.line(line, x + PAD, top + above + nth * look.size * LEADING, width - PAD * 2, look, side)
        })
      })
      y = top + height
    }
  }

  function totals(): void {
    const [width, amounts] = [250, 120]
    const x = MARGIN + room - width
    need(content.totals.length * 16 + 12)
    content.totals.forEach(({ label, text }, index) => {
      const isLast = index === content.totals.length - 1
      const look = isLast ? { ...BOLD, size: 10.5 } : BODY
      if (isLast) canvas.rule(x, y, width, dress.colour, 1)
      const top = y + (isLast ? 3 : 0)
      y = top
      write(label, x + PAD, width - amounts - PAD, look)
      y = top
      write(text, x + width - amounts, amounts - PAD, look, 'right')
      y += 1.5
    })
    y += 8
  }

  function noteOf({ label, text }: Labelled): void {
    need(2 * BODY.size * LEADING)
    const top = y
    write(label, MARGIN, LABEL - PAD, SMALL)
    const under = y
    y = top
    write(text, MARGIN + LABEL, room - LABEL, BODY)
    y = Math.max(y, under) + 5
  }

  function signatures(): void {
    const width = (room - 40) / 2
    need(88)
    y += 50
    const top = y
    content.signatures.forEach((text, index) => {
      y = top
      const x = MARGIN + index * (width + 40)
      canvas.rule(x, y, width, GREY)
      y += 4
      write(text, x, width, SMALL)
    })
  }

  function foot(page: number, pages: number): void {
    y = canvas.height - MARGIN - 18
    canvas.rule(MARGIN, y, room, HAIR)
    const text = [...content.footer, dress.pageOf(page, pages)].join('   ·   ')
    const [line] = canvas.lines(text, room, SMALL)
    if (line) canvas.line(line, MARGIN, y + 5, room, SMALL, 'centre')
  }
}

const PAD = 4
/** How wide labels are beside their texts. */
const LABEL = 84
const HEAD: Look = { size: 8, weight: 'bold', colour: '#ffffff' }

function placed(columns: readonly Column[], room: number): (Column & { readonly x: number; readonly width: number })[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = MARGIN
  return columns.map((column) => {
    const width = (column.share / whole) * room
    x += width
    return { ...column, x: x - width, width }
  })
}
