import { seenSituation } from '#shared/access/seen-file.ts'
import type { Problem } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { LANGUAGES, languageOf, say, type Text, text } from '#shared/i18n/language.ts'
import { paperLetter } from '#shared/order/paper-letter.ts'
import { letterHtml } from '#shared/order/status-letter/html.ts'
import { letterText, lineText } from '#shared/order/status-letter/plain-text.ts'
import type { WriteReply } from '#shared/order/write-reply.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { PAPER_FORMATS } from '#shared/paper/issue.ts'
import type { Paper } from '#shared/paper/paper.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Contract, Quotation } from '#shared/trade/index.ts'
import type { Action, Context } from '../action.ts'
import { addresseeOf } from '../addressee.ts'
import { formOf } from '../form.ts'

/** What papers are made of. */
type Printable = 'quotation' | 'contract'

/** When the buyer gets it: what is a draft may change still, and what has been answered has been sent. */
const IN_TIME = {
  quotation: ['approved', 'sent'],
  contract: ['approved', 'sent_for_signature'],
} as const satisfies { quotation: readonly Quotation['status'][]; contract: readonly Contract['status'][] }

const FIELDS = {
  format: {
    kind: 'choice',
    required: true,
    label: text('File', '文件格式'),
    choices: { pdf: text('PDF', 'PDF'), xlsx: text('Excel', 'Excel'), both: text('PDF and Excel', 'PDF 和 Excel') },
  },
  language: {
    kind: 'choice',
    required: true,
    label: text('Language of the file', '文件语言'),
    choices: { en: text('English', '英文'), 'zh-CN': text('Chinese', '中文') },
  },
} as const satisfies Fields

/**
 * Makes the file of a quotation, or of a contract or proforma invoice, and a reply in the buyer's language with the file in it.
 * The file is stored with its hash before anything names it; the same version by the same template is the same file.
 */
function writePaper<T extends Printable>(type: T): Action<T> {
  const name = `write-${type}`
  return {
    name,
    on: type,
    adds: true,
    prints: true,
    needs: { type, verb: 'execute' },
    section: 'road',

    offers(situation, view) {
      const { deal } = situation
      const record = deal && printable(deal, type).find((one) => isInTime(type, one))
      if (!deal || !record) return []
      const { locale } = addresseeOf(situation, undefined)
      const label = say(LABELS[kindOf(type, record)], view.language, { number: numberOf(record) })
      const form = formOf({
        action: name,
        target: { type, id: record.id },
        label,
        fields: FIELDS,
        values: { format: 'pdf', language: languageOf(locale.language) },
        language: view.language,
        folded: true,
      })
      return [{ form, on: deal.deal.standing ?? 0 }]
    },

    fields: () => FIELDS,

    decide({ target, situation, input, message, view }) {
      const record = target as Quotation | Contract
      const refusal = refusalOf(type, record, situation, view)
      if (refusal) return { kind: 'rejected', problems: [{ ...refusal, message: refusal.message[view.language] }] }
      return {
        kind: 'paper',
        wanted: {
          formats: PAPER_FORMATS.filter((format) => input.format === format || input.format === 'both'),
          language: LANGUAGES.find((one) => one === input.language) ?? 'en',
          write: replyWith(kindOf(type, record), record, { situation, message, view }),
        },
      }
    },
  } satisfies Action<T>
}

const printable = ({ parts }: DealFile, type: Printable): readonly (Quotation | Contract)[] =>
  type === 'quotation' ? parts.quotation : parts.contract.filter(isPrinted)

/** A framework or an amendment names no goods. */
const isPrinted = ({ kind }: Contract): boolean => kind === 'proforma' || kind === 'sales_contract'

const isInTime = (type: Printable, { status }: Quotation | Contract): boolean =>
  (IN_TIME[type] as readonly string[]).includes(status)

function kindOf(type: Printable, record: Quotation | Contract): Paper['kind'] {
  if (type === 'quotation') return 'quotation'
  return (record as Contract).kind === 'sales_contract' ? 'contract' : 'proforma'
}

const LABELS: Readonly<Record<Paper['kind'], Text>> = {
  quotation: text('Reply with quotation {number}', '把报价单 {number} 附到回复'),
  proforma: text('Reply with proforma invoice {number}', '把形式发票 {number} 附到回复'),
  contract: text('Reply with sales contract {number}', '把销售合同 {number} 附到回复'),
}

/** A first version is known by its number alone. */
const numberOf = ({ doc_no, version_no }: Quotation | Contract): string =>
  version_no > 1 ? `${doc_no} v${version_no}` : doc_no

type Refusal = Omit<Problem, 'message'> & { readonly message: Text }

/** Why no paper can be made of it, or none that this person could read. */
function refusalOf(
  type: Printable,
  record: Quotation | Contract,
  { deal }: Situation,
  { access }: View,
): Refusal | null {
  const refused = (code: string, message: Text): Refusal => ({ field: 'format', code, message })
  if (!isInTime(type, record) || (type === 'contract' && !isPrinted(record as Contract)))
    return refused('not_in_time', text('It is not approved, or is settled already.', '尚未批准，或已有结果。'))
  if (!access.sees.has('sales') || !access.sees.has('personal'))
    return refused('not_seen', text('It says more than you may see.', '文件含有您无权查看的内容。'))
  if (record.payment_term_id === null)
    return refused('no_payment_term', text('The payment term is missing.', '缺少付款方式。'))
  const quotationId = type === 'quotation' ? record.id : (record as Contract).quotation_id
  const has = deal?.parts.quotation_line.some(({ quotation_id }) => quotation_id === quotationId)
  return has ? null : refused('no_lines', text('It has no lines.', '没有产品明细。'))
}

function replyWith(
  kind: Paper['kind'],
  record: Quotation | Contract,
  { situation, message, view }: Pick<Context, 'situation' | 'message' | 'view'>,
): WriteReply {
  const { locale, name, fits } = addresseeOf(seenSituation(situation, view), message)
  const validUntil = 'valid_until' in record ? record.valid_until : null
  const enclosed = { kind, number: numberOf(record), validUntil, name, alias: view.viewer.alias }
  return (letters) => {
    const letter = paperLetter(enclosed, locale, letters)
    return {
      language: locale.language,
      subject: lineText(letter.subject, letter),
      text: letterText(letter),
      html: letterHtml(letter),
      fits,
    }
  }
}

/** Of a quotation, and of a contract or proforma invoice. */
export const WRITTEN_PAPERS: readonly Action[] = [writePaper('quotation'), writePaper('contract')]
