import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import type { Allocation, Installment, Receipt } from '#shared/trade/index.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

/** How many of the last allocations are offered to be taken back. */
const OFFERED_MAX = 3

/**
 * Takes an allocation back: another row says so, and the installment is as open as before; of a cancelled order nothing is. Nothing
 * is deleted (domain 1.18).
 */
export const reverseAllocation: Action<'allocation'> = {
  name: 'reverse-allocation',
  on: 'allocation',
  needs: { type: 'allocation', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open') return []
    return file.parts.allocation
      .filter((one) => stands(one, file))
      .slice(0, OFFERED_MAX)
      .map((one) => {
        const part = file.parts.installment.find(({ id }) => id === one.installment_id)
        const form = formOf({
          action: 'reverse-allocation',
          target: { type: 'allocation', id: one.id, version: one.version },
          label: say(LABEL, view.language, {
            amount: formatMoney(one.target_amount + one.write_off, one.target_currency),
            part: part?.seq ?? '',
          }),
          fields: {},
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: () => ({}),

  decide({ target: one, situation: { deal: file }, view, newId }): Decision {
    if (!file || !stands(one, file)) return refusal('reverses_id', 'reversed', REVERSED, view.language)
    const part = file.parts.installment.find(({ id }) => id === one.installment_id)
    const receipt = file.parts.receipt.find(({ id }) => id === one.receipt_id)
    if (!part || !receipt) return refusal('receipt_id', 'gone', GONE, view.language)
    const allocated_amount = (receipt.allocated_amount ?? 0) - one.amount
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'allocation',
          id: newId(),
          values: {
            deal_id: one.deal_id,
            receipt_id: one.receipt_id,
            installment_id: one.installment_id,
            currency: one.currency,
            amount: -one.amount,
            target_currency: one.target_currency,
            target_amount: -one.target_amount,
            cross_rate: one.cross_rate,
            write_off: -one.write_off,
            write_off_reason: one.write_off_reason,
            allocated_at: view.now,
            reverses_id: one.id,
          },
        },
        changed('installment', part, {
          paid_amount: part.paid_amount - one.target_amount - one.write_off,
          ...(isCancelled(part, file) ? { status: 'cancelled' } : {}),
        }),
        changed('receipt', receipt, {
          allocated_amount,
          status: statusOf(receipt, allocated_amount),
        }),
      ],
    }
  },
}

const isCancelled = ({ order_id }: Installment, { parts }: DealFile): boolean =>
  parts.order.some(({ id, status }) => id === order_id && status === 'cancelled')

/** Neither taken back nor itself the taking back of another. */
const stands = ({ id, reverses_id }: Allocation, { parts }: DealFile): boolean =>
  reverses_id === null && !parts.allocation.some((other) => other.reverses_id === id)

/** By the sums alone: what the bank kept is no part of them. What was no payment stays none. */
function statusOf({ status, gross_amount }: Receipt, allocated: number): Receipt['status'] {
  if (status === 'reversed') return status
  if (allocated === 0) return 'verified'
  return allocated === gross_amount ? 'allocated' : 'partly_allocated'
}

const LABEL = text('Take back {amount} of part {part}', '撤销第 {part} 期的核销 {amount}')
const REVERSED = text('This has been taken back already.', '该核销已撤销。')
const GONE = text('Its receipt or installment is not there any more.', '对应的收款或期次已不存在。')
