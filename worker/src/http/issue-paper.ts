import type { Attachment, Problem } from '#shared/api.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { issued, type NewFile, type PaperFormat, paperName, type WantedPaper } from '#shared/paper/issue.ts'
import { type Paper, PaperDisagrees } from '#shared/paper/paper.ts'
import { proformaPaper, quotationPaper } from '#shared/paper/quotation-paper.ts'
import { TemplateBroken } from '#shared/paper/template-problem.ts'
import type { Change } from '#shared/record/change.ts'
import type { FieldClass } from '#shared/record/field.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { assetFonts } from '../paper/asset-fonts.ts'
import { firmTemplates } from '../paper/firm-templates.ts'
import { type MadeFile, makePaper } from '../paper/make.ts'
import { sha256 } from '../sha256.ts'
import { keepFile, type StoredFile } from '../store/files.ts'
import type { PaperSource } from '../store/paper-source.ts'
import type { Statement } from '../store/statement.ts'
import type { StoredTemplate } from '../store/templates.ts'
import type { AppContext } from './app-types.ts'
import { newLink } from './file-link.ts'

/** A paper in its place, and what is to be written down of it. */
export interface IssuedPaper {
  readonly files: readonly MadeFile[]
  readonly attachments: readonly Attachment[]
  /** Nothing where these very files were issued before. */
  readonly changes: readonly Change[]
  /** What is known of new files, and the addresses that open all of them. */
  readonly statements: readonly Statement[]
}

/**
 * Makes the files of a paper and puts their bytes in place; nothing is written down yet. What cannot be made is told in a
 * sentence, and then nothing was stored anywhere.
 */
export async function issuePaper(
  context: AppContext,
  source: PaperSource | null,
  { documents, wanted }: { readonly documents: DealFile['parts']['document']; readonly wanted: WantedPaper },
): Promise<IssuedPaper | { readonly problems: readonly Problem[] }> {
  const { files, person, now, newId, language } = context.var
  const refused = (message: Text, more = '') => ({
    problems: [{ field: 'format', code: 'not_made', message: message[language] + more }],
  })
  if (!files) return refused(NO_FILES)
  if (!source) return refused(NOTHING)
  const chosen = chosenTemplates(source, wanted)
  try {
    const { letterhead, workbook } = await firmTemplates(files, person.tenantId, Object.values(chosen))
    const paper = paperOf(source, documents, { language: wanted.language, letterhead, today: person.today })
    const making = { letterhead, ...(workbook && { workbook }), fonts: assetFonts(context.env.ASSETS) }
    const made = await Promise.all(
      wanted.formats.map(async (format) => {
        const file = await makePaper(paper, format, making)
        return { ...file, format, digest: await sha256(file.bytes) }
      }),
    )
    const about = { type: source.printed.type, id: source.printed.record.id }
    const stored = await Promise.all(
      made.map(async ({ name, mime, bytes, digest }): Promise<StoredFile & { readonly isNew: boolean }> => {
        const before = source.files.find((file) => file.sha256 === digest && file.name === name)
        if (before) return { ...before, isNew: false }
        const kept = { id: newId(), name, mime, bytes, about, shows: shownIn(paper) }
        return { ...(await keepBytes(files, person.tenantId, kept)), isNew: true }
      }),
    )
    const links = await Promise.all(stored.map(({ id }) => newLink(context, id)))
    const fresh = stored.flatMap((file, index): NewFile[] => {
      const { format } = made[index] as { readonly format: PaperFormat }
      const template = format === 'pdf' ? chosen.letterhead : chosen.workbook
      return file.isNew ? [{ ...file, format, template: template ? `${template.key} v${template.version}` : null }] : []
    })
    return {
      files: made,
      attachments: stored.map(({ id, name, mime, bytes, sha256 }, index) => {
        return { id, name, mime, bytes, sha256, url: links[index]?.url ?? '' }
      }),
      changes: issued(source.printed, { paper, files: fresh, documents, today: person.today, newId }),
      statements: [
        ...stored.filter(({ isNew }) => isNew).map((file) => keepFile(person, file, now)),
        ...links.flatMap(({ statements }) => statements),
      ],
    }
  } catch (error) {
    if (error instanceof PaperDisagrees) return refused(DISAGREES)
    if (error instanceof TemplateBroken) return refused(BROKEN)
    const { MissingGlyphs } = await import('../paper/pdf/fonts.ts')
    if (error instanceof MissingGlyphs) return refused(NO_LETTERS, ` ${error.characters.slice(0, 10).join(' ')}`)
    throw error
  }
}

/** The firm's letterhead, and its workbook for this kind of paper: that of the language before the one of no language. */
function chosenTemplates(
  { printed, templates }: PaperSource,
  { language }: WantedPaper,
): { letterhead?: StoredTemplate; workbook?: StoredTemplate } {
  const kind = printed.type === 'quotation' ? 'quotation' : printed.record.kind === 'proforma' ? 'proforma' : 'contract'
  const keys = [`${kind}-${language === 'en' ? 'en' : 'zh'}`, kind]
  const letterhead = templates.find((one) => one.kind === 'letterhead')
  const workbook = keys.flatMap((key) => templates.find((one) => one.kind === 'xlsx' && one.key === key) ?? [])[0]
  return { ...(letterhead && { letterhead }), ...(workbook && { workbook }) }
}

type Made = Omit<Parameters<typeof quotationPaper>[1], 'date'> & { readonly today: string }

/** Without a date of its own a paper keeps the day on which it was first made. */
function paperOf(
  { printed, whole }: PaperSource,
  documents: DealFile['parts']['document'],
  { today, ...printing }: Made,
): Paper {
  const { doc_no, version_no } = printed.record
  const number = paperName({ docNo: doc_no, versionNo: version_no })
  const dates = documents.flatMap((one) => (one.number === number && one.issued_on ? [one.issued_on] : []))
  const date = dates.sort()[0] ?? today
  return printed.type === 'quotation'
    ? quotationPaper(whole, { ...printing, date })
    : proformaPaper(printed.record, whole, { ...printing, date })
}

/** The classes of fields that stand on a paper. */
const shownIn = ({ contact }: Paper): FieldClass[] =>
  contact?.email || contact?.phone ? ['sales', 'personal'] : ['sales']

const NO_FILES = text('No files are kept here yet: ask your administrator.', '此处尚未启用文件存储，请联系管理员。')
const NOTHING = text('There is no quotation with its lines behind it.', '没有对应的报价单及明细。')
const DISAGREES = text('Its lines, charges and total do not add up to the cent.', '明细、费用与合计金额不一致。')
const BROKEN = text(
  'The firm’s template cannot be filled: whoever keeps it has to bring it again.',
  '公司模板无法填写，请模板管理人重新上传。',
)
const NO_LETTERS = text('No font of ours has these signs:', '字体中缺少以下字符：')
