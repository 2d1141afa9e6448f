import { say } from '#shared/i18n/language.ts'
import type { Letterhead } from '#shared/paper/letterhead.ts'
import type { Paper } from '#shared/paper/paper.ts'
import { type Printed, printed } from '#shared/paper/printed.ts'
import { WORDS } from '#shared/paper/words.ts'
import { openCanvas } from './canvas.ts'
import { type FontSource, openFonts } from './fonts.ts'
import { layPaper } from './layout.ts'

/**
 * A paper as PDF, its fonts in it as far as they are used. The same paper and letterhead give the same bytes. Throws
 * `MissingGlyphs` naming what no font can show.
 */
export async function paperPdf(
  paper: Paper,
  letterhead: Letterhead,
  source: FontSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = printed(paper, letterhead)
  const fonts = await openFonts(textsOf(content), source)
  const { language, date, docNo } = paper
  const about = {
    title: `${content.title} ${docNo}`,
    author: content.seller.names[0] ?? '',
    language,
    date: Date.parse(`${date}T00:00:00Z`),
  }
  const canvas = openCanvas(fonts, about)
  const pageOf = (page: number, pages: number) => say(WORDS.page, language, { page, pages })
  layPaper(canvas, content, {
    colour: letterhead.colour,
    logo: letterhead.logo ? bytesOf(letterhead.logo) : null,
    pageOf,
  })
  return canvas.finished()
}

/** What is printed in each weight, to know which fonts it takes. */
function textsOf({ title, seller, parties, facts, columns, rows, totals, notes, signatures, footer }: Printed) {
  const labelled = [...parties, ...facts, ...totals, ...notes].flatMap(({ label, text }) => [label, text])
  const said = [WORDS.page.en, WORDS.page['zh-CN']]
  return {
    bold: [
      title,
      ...seller.names,
      ...columns.map(({ label }) => label),
      ...totals.slice(-1).flatMap(({ label, text }) => [label, text]),
    ].join(''),
    regular: [...seller.lines, ...labelled, ...rows.flat(), ...signatures, ...footer, ...said, '0123456789'].join(''),
  }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
