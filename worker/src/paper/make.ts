import type { Letterhead } from '#shared/paper/letterhead.ts'
import { mustAddUp, type Paper } from '#shared/paper/paper.ts'
import { TEMPLATE_KINDS } from '#shared/paper/template-kind.ts'
import type { FontSource } from './pdf/fonts.ts'

/** What a paper is made with: the firm's templates, and where fonts are. */
export interface Making {
  readonly letterhead: Letterhead
  /** The firm's own workbook; without it, ours. */
  readonly workbook?: Uint8Array
  readonly fonts: FontSource
}

export interface MadeFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * The file of a paper. What makes it is loaded when the first is made. Throws `PaperDisagrees`, `MissingGlyphs` or
 * `TemplateBroken`, which say what to put right; the same paper and templates give the same bytes.
 */
export async function makePaper(paper: Paper, format: 'pdf' | 'xlsx', making: Making): Promise<MadeFile> {
  mustAddUp(paper)
  const name = `${paper.docNo.replace(/[^\p{L}\p{N}._-]/gu, '_')}-v${paper.versionNo}.${format}`
  if (format === 'pdf') {
    const { paperPdf } = await import('./pdf/paper-pdf.ts')
    return { name, mime: 'application/pdf', bytes: await paperPdf(paper, making.letterhead, making.fonts) }
  }
  const [{ fillWorkbook }, { standardWorkbook }] = await Promise.all([
    import('./xlsx/fill.ts'),
    import('./xlsx/standard.ts'),
  ])
  const workbook = making.workbook ?? standardWorkbook(paper.language, paper.currency)
  return { name, mime: TEMPLATE_KINDS.xlsx.mime, bytes: fillWorkbook(workbook, paper) }
}
