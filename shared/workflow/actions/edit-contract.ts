import type { DealFile } from '#shared/deal/deal-file.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { fieldChanges } from '#shared/record/change.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { isFrozen } from '#shared/record/frozen.ts'
import { problem } from '#shared/record/problems.ts'
import { contract as contractType } from '#shared/trade/contract.ts'
import type { Contract } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { amountProblems, contractFields, dateProblems, quotationsToSign, termsOf } from '../offer/contract-terms.ts'
import { atHand, typedValues } from '../offer/typed-values.ts'

/**
 * Changes a contract that is a draft, was sent back or is being amended. Its amount and lines are those of a quotation: who
 * wants others takes over another version, with all its terms.
 */
export const editContract: Action<'contract'> = {
  name: 'edit-contract',
  on: 'contract',
  needs: { type: 'contract', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.contract
      .filter((contract) => !isFrozen('contract', contract))
      .map((contract) => {
        const { id, version, doc_no } = contract
        const fields = atHand(fieldsOf(file, contract, view))
        const form = formOf({
          action: 'edit-contract',
          target: { type: 'contract', id, version },
          label: say(EDIT, view.language, { number: doc_no }),
          fields,
          values: typedValues(fields, contract, view),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ target, situation: { deal: file }, view }) => (file ? fieldsOf(file, target, view) : {}),

  decide({ target: before, situation: { deal: file }, input, view }) {
    if (!file || isFrozen('contract', before)) {
      return { kind: 'rejected', problems: [problem('status', 'frozen', view.language)] }
    }
    const chosen = input.quotation_id ?? before.quotation_id
    const quotation = file.parts.quotation.find(({ id }) => id === chosen)
    if (!quotation) return { kind: 'rejected', problems: [problem('quotation_id', 'reference', view.language)] }
    const problems = [...amountProblems(quotation, file, view.language), ...dateProblems(input, view)]
    if (problems.length > 0) return { kind: 'rejected', problems }
    const taken = termsOf(quotation)
    const values = { ...taken, contact_id: taken.contact_id ?? before.contact_id, ...input, quotation_id: quotation.id }
    if (fieldChanges(before, values).length === 0) {
      const message = text('There is nothing to change.', '没有需要修改的内容。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'input', code: 'unchanged', message }] }
    }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'contract', before, values }] }
  },
}

/** Which quotation it is of is asked where there are several to choose from. */
function fieldsOf(file: DealFile, { quotation_id }: Contract, view: View): Fields {
  const others = quotationsToSign(file, view.today).filter(({ id }) => id !== quotation_id)
  const own = file.parts.quotation.filter(({ id }) => id === quotation_id)
  const quotations = [...own, ...others]
  const choice: Field = {
    kind: 'choice',
    label: contractType.fields.quotation_id.label,
    choices: Object.fromEntries(
      quotations.map(({ id, doc_no, version_no }) => [
        id,
        text(`${doc_no} v${version_no}`, `${doc_no} v${version_no}`),
      ]),
    ),
    order: quotations.map(({ id }) => id),
  }
  return { ...(others.length > 0 ? { quotation_id: choice } : {}), ...contractFields(view) }
}

const EDIT = text('Edit {number}', '编辑 {number}')
