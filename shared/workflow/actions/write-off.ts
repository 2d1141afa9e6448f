import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { stepTold } from '#shared/deal/step-told.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { aboutCents } from '#shared/money/limit-rate.ts'
import { openOf } from '#shared/order/open-amount.ts'
import type { Fields } from '#shared/record/field.ts'
import { allocation } from '#shared/trade/allocation.ts'
import type { Installment } from '#shared/trade/index.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'
import { effectView } from './effect-view.ts'

/** Up to this a short payment is what the banks on the way have kept: USD 50 (domain 1.18, ours). */
const FEE_MAX_CENTS = 5_000

/** Who may let go of more. */
const APPROVER = 'gm'

const { fixed: _, ...reason } = allocation.fields.write_off_reason
const REASON: Fields = { reason: { ...reason, required: true } }

/**
 * Settles what is missing of an installment: a small rest as the banks' fee, with one press; more takes the general manager and
 * a reason, for nobody lets go of money alone.
 */
export const writeOff: Action<'installment'> = {
  name: 'write-off',
  on: 'installment',
  needs: { type: 'installment', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    return file.parts.installment
      .filter((part) => openOf(part) > 0 && (isFee(part) || view.access.roles.includes(APPROVER)))
      .map((part) => {
        const values = { amount: formatMoney(openOf(part), part.currency), part: part.seq }
        const form = formOf({
          action: 'write-off',
          target: { type: 'installment', id: part.id, version: part.version },
          label: say(isFee(part) ? AS_FEE : LET_GO, view.language, values),
          fields: fieldsFor(part),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ target }) => fieldsFor(target),

  decide({ target: part, situation: { deal: file }, input, view, newId }): Decision {
    const open = openOf(part)
    if (open <= 0) return refusal('status', 'settled', SETTLED, view.language)
    if (!file) return refusal('deal_id', 'no_deal', text('It belongs to no deal.', '不属于任何生意。'), view.language)
    const fee = isFee(part)
    if (!fee && !view.access.roles.includes(APPROVER)) return refusal('amount', 'approval', TOO_MUCH, view.language)
    const receipt_id = receiptOf(part, file)
    const told = stepTold(file, effectView(view, newId), {
      order_id: part.order_id,
      subject: file.parts.order.find(({ id }) => id === part.order_id)?.doc_no ?? '',
      // Everybody who works on the order reads it, and how much is owed is not for all of them.
      snippet: `written_off:${part.seq}`,
    })
    // Without any money there is no receipt that it could stand beside: the whole part is let go.
    if (receipt_id === null) {
      return { kind: 'saved', changes: [changed('installment', part, { status: 'written_off' }), ...told] }
    }
    const values = {
      deal_id: file.deal.id,
      receipt_id,
      installment_id: part.id,
      currency: file.parts.receipt.find(({ id }) => id === receipt_id)?.currency ?? part.currency,
      amount: 0,
      target_currency: part.currency,
      target_amount: 0,
      write_off: open,
      write_off_reason: fee ? 'bank_fee' : input.reason,
      approved_by: fee ? null : view.viewer.id,
      allocated_at: view.now,
    }
    return {
      kind: 'saved',
      changes: [
        changed('installment', part, { paid_amount: part.paid_amount + open }),
        { kind: 'create', type: 'allocation', id: newId(), values },
        ...told,
      ],
    }
  },
}

/** What is missing of a part of which some has come, and so little that the banks have kept it. */
function isFee(part: Installment): boolean {
  const cents = aboutCents(openOf(part), part.currency)
  return part.paid_amount > 0 && cents !== null && cents <= FEE_MAX_CENTS
}

const fieldsFor = (part: Installment): Fields => (isFee(part) ? {} : REASON)

/** The last receipt that has paid of it. */
const receiptOf = (part: Installment, { parts }: DealFile): string | null =>
  parts.allocation.find(
    ({ id, installment_id, reverses_id }) =>
      installment_id === part.id && reverses_id === null && !parts.allocation.some((other) => other.reverses_id === id),
  )?.receipt_id ?? null

const AS_FEE = text('Settle {amount} of part {part} as bank fee', '第 {part} 期差额 {amount} 按银行费用核销')
const LET_GO = text('Write off {amount} of part {part}', '核销第 {part} 期 {amount}')
const SETTLED = text('Nothing of it is open.', '该期已无未收金额。')
const TOO_MUCH = text(
  'More than USD 50, or nothing of it has come: the general manager decides.',
  '超过 50 美元或尚未收到款项，须总经理批准。',
)
