import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { isFiled, missingDocuments } from '#shared/deal/papers.ts'
import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { document as documentType } from '#shared/trade/document.ts'
import type { TradeDocument } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const { type, number, issued_on, file_id } = documentType.fields

/** Files a paper of a deal, so that what a stage asks for is there. The same number once more is its next version. */
export const addDocument: Action<'deal'> = {
  name: 'add-document',
  on: 'deal',
  adds: true,
  needs: { type: 'document', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open') return []
    const whole = file.whole ?? file
    const missing = missingDocuments(whole)
    const wanted = missing.find(isFiled)
    // What is known by the record it is of is made with that, and not filed beside it.
    if (wanted === undefined && whole.parts.order.length === 0) return []
    const form = formOf({
      action: 'add-document',
      target: { type: 'deal', id: file.deal.id },
      label: text('File a document', '登记单证')[view.language],
      fields: fieldsFor(whole),
      values: { type: wanted ?? missing[0] ?? '', issued_on: view.today, about: subjectsOf(whole)[0]?.id ?? '' },
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ situation: { deal: file } }) => (file ? fieldsFor(file) : {}),

  decide({ target: deal, situation: { deal: file }, input: { about, file: filed, ...input }, newId }) {
    const subject = file && subjectsOf(file).find(({ id }) => id === about)
    const earlier = (file?.parts.document ?? []).filter(
      (one) => one.type === input.type && input.number && one.number === input.number,
    )
    const values = {
      ...input,
      deal_id: deal.id,
      ...(subject ? { [`${subject.type}_id`]: subject.id } : {}),
      file_id: filed ?? null,
      status: input.issued_on ? 'issued' : 'draft',
      version_no: Math.max(0, ...earlier.map(({ version_no }) => version_no)) + 1,
    }
    return {
      kind: 'saved',
      changes: [
        { kind: 'create', type: 'document', id: newId(), values },
        ...earlier.filter(isLive).map((one) => changed('document', one, { status: 'superseded' })),
      ],
    }
  },
}

const isLive = ({ status }: TradeDocument): boolean => status !== 'void' && status !== 'superseded'

/** What a paper can be about: the shipments of the deal, the newest first, and its orders. */
function subjectsOf({ parts }: DealFile): { type: 'shipment' | 'order'; id: string; doc_no: string }[] {
  const sent = parts.shipment.filter(({ status }) => status !== 'cancelled')
  return [
    ...sent.map(({ id, doc_no }) => ({ type: 'shipment' as const, id, doc_no })),
    ...parts.order.map(({ id, doc_no }) => ({ type: 'order' as const, id, doc_no })),
  ]
}

function fieldsFor(file: DealFile): Fields {
  const subjects = subjectsOf(file)
  const { numbered: _, fixed: __, required: ___, ...bare } = number
  return {
    type,
    number: bare,
    issued_on,
    ...(subjects.length > 0
      ? {
          about: {
            kind: 'choice',
            label: text('For', '所属'),
            choices: Object.fromEntries(subjects.map(({ id, doc_no }) => [id, text(doc_no, doc_no)])),
          },
        }
      : {}),
    file: { kind: 'text', max: file_id.max, label: text('Where the file is', '文件位置') },
  }
}
