import type { Language } from '#shared/i18n/language.ts'
import type { WriteReply } from '#shared/order/write-reply.ts'
import type { Change } from '#shared/record/change.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import { documentCode } from '#shared/trade/document-type.ts'
import type { Contract, Quotation, TradeDocument } from '#shared/trade/index.ts'
import type { Paper } from './paper.ts'

export const PAPER_FORMATS = ['pdf', 'xlsx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** A paper that somebody wants made of a record, and the letter that goes with it. */
export interface WantedPaper {
  readonly formats: readonly PaperFormat[]
  readonly language: Language
  /** Yet without the files. */
  readonly write: WriteReply
}

export type Printed =
  | { readonly type: 'quotation'; readonly record: Quotation }
  | { readonly type: 'contract'; readonly record: Contract }

/** A file that was made and is not known of the record yet. */
export interface NewFile {
  readonly id: string
  readonly name: string
  readonly format: PaperFormat
  readonly sha256: string
  /** The template it was made by: its key and version; null for ours. */
  readonly template: string | null
}

interface Issue {
  readonly paper: Paper
  readonly files: readonly NewFile[]
  /** Those of the deal. */
  readonly documents: readonly TradeDocument[]
  readonly today: CivilDate
  readonly newId: () => string
}

/**
 * What is written down when files of a paper are new: a document for each, which keeps what it was made of, and on the
 * record the file that stands for it, a PDF before a workbook. A file in the place of an earlier one of the same language and
 * format supersedes it. The same files again are nothing new, and nothing is written.
 */
export function issued(printed: Printed, { paper, files, documents, today, newId }: Issue): Change[] {
  const { type, record } = printed
  const [shown] = files
  if (!shown) return []
  const number = paperName(paper)
  const of = { type: documentType(paper.kind), number }
  const earlier = documents.filter((one) => one.type === of.type && one.number === number)
  const last = Math.max(0, ...earlier.map(({ version_no }) => version_no))
  const replaced = earlier.filter(
    ({ status, language, template }) =>
      status === 'issued' && language === paper.language && files.some(({ format }) => formatIn(template) === format),
  )
  const isShown = shown.format === 'pdf' || record.file_id === null
  return [
    ...(isShown
      ? [
          {
            kind: 'update' as const,
            type,
            before: record,
            values: { file_id: shown.id, sha256: shown.sha256 },
          },
        ]
      : []),
    ...files.map(
      (file, index): Change => ({
        kind: 'create',
        type: 'document',
        id: newId(),
        values: {
          ...of,
          code: documentCode(of.type),
          version_no: last + 1 + index,
          status: 'issued',
          deal_id: record.deal_id,
          ...linkOf(printed),
          issued_on: today,
          issuer: paper.issuer?.name ?? null,
          language: paper.language,
          template: templateText(file),
          data: paper,
          file_id: file.id,
          sha256: file.sha256,
        },
      }),
    ),
    ...replaced.map(
      (before): Change => ({ kind: 'update', type: 'document', before, values: { status: 'superseded' } }),
    ),
  ]
}

/** What a paper and its files are called: the number as it stands on it, and which version. */
export const paperName = ({ docNo, versionNo }: Pick<Paper, 'docNo' | 'versionNo'>): string => `${docNo}-v${versionNo}`

const linkOf = ({ type, record }: Printed) =>
  type === 'quotation' ? { quotation_id: record.id } : { contract_id: record.id, quotation_id: record.quotation_id }

const documentType = (kind: Paper['kind']): 'quotation_pdf' | 'proforma_invoice' | 'contract_final' =>
  (({ quotation: 'quotation_pdf', proforma: 'proforma_invoice', contract: 'contract_final' }) as const)[kind]

const templateText = ({ format, template }: NewFile): string => (template === null ? format : `${format} ${template}`)
const formatIn = (template: string | null): string | undefined => template?.split(' ')[0]
