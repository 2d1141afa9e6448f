import { allocationChanges, type InstallmentWish } from '#shared/deal/allocation-changes.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { type AllocationProblem, allocating } from '#shared/order/allocating.ts'
import { openOf } from '#shared/order/open-amount.ts'
import { settling } from '#shared/order/settling.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Installment, Receipt } from '#shared/trade/index.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const THERE: readonly Receipt['status'][] = ['verified', 'partly_allocated']

/** Which installments a receipt pays: proposed as they are due, and put right by whoever knows better (domain 2.2.11). */
export const allocateReceipt: Action<'receipt'> = {
  name: 'allocate-receipt',
  on: 'receipt',
  needs: { type: 'allocation', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const open = openIn(file.whole ?? file)
    return file.parts.receipt
      .filter((receipt) => THERE.includes(receipt.status) && leftOf(receipt) > 0 && open.length > 0)
      .map((receipt) => {
        const form = formOf({
          action: 'allocate-receipt',
          target: { type: 'receipt', id: receipt.id, version: receipt.version },
          label: say(text('Allocate {amount} of {number}', '核销 {number} 的 {amount}'), view.language, {
            number: receipt.doc_no,
            amount: formatMoney(leftOf(receipt), receipt.currency),
          }),
          fields: fieldsFor(receipt, file.whole ?? file),
          values: proposed(receipt, open),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ target, situation: { deal: file } }) => (file ? fieldsFor(target, file) : {}),

  decide({ target: receipt, situation: { deal: file }, input, view, newId }): Decision {
    if (!file || !THERE.includes(receipt.status)) return refusal('status', 'not_there', NOT_THERE, view.language)
    const wishes = openIn(file).map(
      (part): InstallmentWish => ({ part, target: Number(input[keyOf(part)] ?? 0), open: openOf(part) }),
    )
    const rate = (input.cross_rate ?? null) as number | null
    const cross = rate === null ? null : trimmed(typedNumber(rate, 8))
    const result = allocating({ currency: receipt.currency, left: leftOf(receipt) }, wishes, cross)
    if ('problem' in result) return said(result.problem, receipt, view.language)
    return {
      kind: 'saved',
      changes: allocationChanges(file.deal.id, receipt, result.paid, rate, { now: view.now, newId }),
    }
  },
}

const leftOf = ({ gross_amount, allocated_amount }: Receipt): number => gross_amount - (allocated_amount ?? 0)

/** How many installments a form asks about, those due first. */
const OPEN_MAX = 12

const openIn = ({ parts }: DealFile): Installment[] =>
  settling(
    Number.MAX_SAFE_INTEGER,
    parts.installment.filter((part) => openOf(part) > 0),
  )
    .map(({ part }) => part)
    .slice(0, OPEN_MAX)

/** By its id: which one is meant must not change while somebody looks at the form. */
const keyOf = ({ id }: Installment): string => `part_${id}`

function fieldsFor(receipt: Receipt, file: DealFile): Fields {
  const open = openIn(file)
  const foreign = open.find(({ currency }) => currency !== receipt.currency)
  return {
    ...Object.fromEntries(
      open.map((part) => [
        keyOf(part),
        { kind: 'money' as const, currency: part.currency, min: 0, label: labelOf(part, file) },
      ]),
    ),
    ...(foreign
      ? {
          cross_rate: {
            kind: 'rate' as const,
            label: text(
              `${foreign.currency} for one ${receipt.currency}`,
              `1 ${receipt.currency} 兑 ${foreign.currency}`,
            ),
          },
        }
      : {}),
  }
}

function labelOf(part: Installment, { parts }: DealFile): Text {
  const number = parts.order.find(({ id }) => id === part.order_id)?.doc_no ?? ''
  const open = formatMoney(openOf(part), part.currency)
  const due = part.due_date ?? '–'
  return text(
    `${number} part ${part.seq}, due ${due}, open ${open}`,
    `${number} 第${part.seq}期，到期 ${due}，未收 ${open}`,
  )
}

/** As they are due, in the receipt's own currency, until nothing is left. */
function proposed(receipt: Receipt, open: readonly Installment[]) {
  const own = open.filter(({ currency }) => currency === receipt.currency)
  return Object.fromEntries(
    settling(leftOf(receipt), own).map(({ part, amount }) => [
      keyOf(part),
      typedNumber(amount, decimalsOf(part.currency)),
    ]),
  )
}

function said(found: AllocationProblem, receipt: Receipt, language: Language): Decision {
  switch (found.code) {
    case 'beyond_open': {
      const { part, open } = found.wish
      const amount = formatMoney(open, part.currency)
      return refusal(`part_${part.id}`, found.code, SENTENCES.beyond_open, language, { amount })
    }
    case 'beyond_receipt': {
      const amount = formatMoney(leftOf(receipt), receipt.currency)
      return refusal('input', found.code, SENTENCES.beyond_receipt, language, { amount })
    }
    default:
      return refusal(found.code === 'nothing' ? 'input' : 'cross_rate', found.code, SENTENCES[found.code], language)
  }
}

const NOT_THERE = text('Nobody has confirmed that this money is there.', '该款项尚未确认到账。')

const SENTENCES: Readonly<Record<AllocationProblem['code'], Text>> = {
  nothing: text('Nothing is allocated.', '未填写核销金额。'),
  cross_rate: text('The cross rate is missing.', '缺少套算汇率。'),
  several_currencies: text('One other currency at a time.', '一次只能核销一种外币。'),
  beyond_open: text('Only {amount} are open.', '未收金额仅 {amount}。'),
  beyond_receipt: text('Only {amount} are left of the receipt.', '收款余额仅 {amount}。'),
}
