import type { Problem } from '#shared/api.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import type { Contract, Quotation } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import {
  amountProblems,
  contractFields,
  dateProblems,
  hasExpired,
  quotationsToSign,
  termsOf,
} from '../offer/contract-terms.ts'
import { dealTold } from '../offer/deal-told.ts'
import { typedValues } from '../offer/typed-values.ts'

/** Makes the contract or proforma invoice of a quotation that the buyer accepts: its amount, lines and terms (domain 2.2.5). */
export const createContract: Action<'quotation'> = {
  name: 'create-contract',
  on: 'quotation',
  needs: { type: 'contract', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    const [quotation] = file ? quotationsToSign(file, view.today) : []
    if (!file || !quotation || heldBack(file, quotation, view.today)) return []
    const fields = contractFields(view)
    const { id, version, doc_no, version_no, lead_time_days } = quotation
    const form = formOf({
      action: 'create-contract',
      target: { type: 'quotation', id, version },
      label: say(MAKE, view.language, { number: doc_no, version: version_no }),
      fields,
      values: typedValues(
        fields,
        {
          kind: 'sales_contract',
          contract_date: view.today,
          latest_shipment_date: lead_time_days === null ? null : addDays(view.today, lead_time_days),
          partial_shipment: 'not_allowed',
        },
        view,
      ),
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ view }) => contractFields(view),

  decide({ target: quotation, situation: { deal: file }, input, view, newId }) {
    const held = file ? heldBack(file, quotation, view.today) : { field: 'deal_id', sentence: NO_DEAL }
    if (!file || held) return { kind: 'rejected', problems: held ? [said(held, view.language)] : [] }
    const problems = [...amountProblems(quotation, file, view.language), ...dateProblems(input, view)]
    if (problems.length > 0) return { kind: 'rejected', problems }
    const { deal } = file
    const values = {
      terms_text: quotation.terms_text,
      ...termsOf(quotation),
      contact_id: quotation.contact_id ?? deal.contact_id,
      ...input,
      ...(input.terms_text ? {} : { terms_text: quotation.terms_text }),
      deal_id: deal.id,
      customer_id: deal.customer_id,
      owner_id: deal.owner_id ?? view.viewer.id,
    }
    const passed = file.parts.contract.filter((contract) => isLive(contract) && isPassedBy(contract, quotation))
    return {
      kind: 'saved',
      changes: [
        { kind: 'create', type: 'contract', id: newId(), values },
        ...passed.map((contract) => changed('contract', contract, { status: 'terminated' })),
        dealTold(file),
      ],
    }
  },
}

interface Held {
  readonly field: string
  readonly sentence: Text
  readonly values?: Parameters<typeof say>[2]
}

/** Why no contract can be made of a quotation; null when one can. */
function heldBack(file: DealFile, quotation: Quotation, today: CivilDate): Held | null {
  if (hasExpired(quotation, today)) {
    return { field: 'valid_until', sentence: OVER, values: { until: quotation.valid_until ?? '' } }
  }
  if (!quotationsToSign(file, today).some(({ id }) => id === quotation.id))
    return { field: 'status', sentence: NOT_AGREED }
  if (file.deal.customer_id === null) return { field: 'customer_id', sentence: NO_CUSTOMER }
  return file.parts.contract.some((contract) => isLive(contract) && !isPassedBy(contract, quotation))
    ? { field: 'contract', sentence: THERE }
    : null
}

/** A contract that nobody has approved is passed by when another version of the offer is agreed on. */
const isPassedBy = ({ status, quotation_id }: Contract, quotation: Quotation): boolean =>
  UNAPPROVED.includes(status) && quotation_id !== quotation.id

const UNAPPROVED: readonly Contract['status'][] = ['draft', 'rejected', 'amending']

const isLive = ({ status }: Contract): boolean => status !== 'terminated'

const said = ({ field, sentence, values }: Held, language: keyof Text): Problem => ({
  field,
  code: 'held_back',
  message: say(sentence, language, values),
})

const MAKE = text('Contract of {number} v{version}', '按 {number} v{version} 制作合同')
const NOT_AGREED = text('The buyer has not accepted this quotation.', '客户尚未接受该报价。')
const OVER = text('It was valid until {until}: revise it.', '报价有效期至 {until}，已过期，请修订。')
const NO_CUSTOMER = text(
  'The deal has no customer yet: link one, or make one.',
  '该生意尚未关联客户，请先关联或新建客户。',
)
const THERE = text('The deal has a contract already.', '该生意已有合同。')
const NO_DEAL = text('It belongs to no deal.', '不属于任何生意。')
