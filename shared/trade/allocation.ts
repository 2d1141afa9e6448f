import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'

/**
 * Which part of a receipt settles what. Made by actions alone, for its sums have to hold with the receipt's and the
 * installment's; it is never changed: taking it back is another one.
 */
export const allocation = {
  name: 'allocation',
  plural: 'allocations',
  label: text('Allocation', '核销'),
  title: 'amount',
  belongs: { within: 'receipt_id' },
  fields: {
    receipt_id: { kind: 'reference', to: 'receipt', required: true, fixed: true, label: text('Receipt', '收款') },
    ...DEAL_LINK,
    target: {
      kind: 'choice',
      required: true,
      fixed: true,
      initial: 'installment',
      label: text('For', '核销对象'),
      choices: {
        installment: text('installment', '收款期次'),
        debit_note: text('debit note', '借项通知单'),
        sample_fee: text('sample fee', '样品费'),
      },
    },
    installment_id: { kind: 'reference', to: 'installment', fixed: true, label: text('Installment', '收款期次') },
    currency: { kind: 'currency', required: true, fixed: true, label: text('Currency', '币种') },
    /** In the receipt's currency. */
    amount: { kind: 'money', currency: 'currency', required: true, fixed: true, label: text('Amount', '核销金额') },
    target_currency: {
      kind: 'currency',
      required: true,
      fixed: true,
      label: text('Currency of the target', '对象币种'),
    },
    /** In the currency of what it settles. */
    target_amount: {
      kind: 'money',
      currency: 'target_currency',
      required: true,
      fixed: true,
      label: text('Amount settled', '对象核销金额'),
    },
    cross_rate: { kind: 'rate', fixed: true, label: text('Cross rate', '套算汇率') },
    /** Below nothing on the row that takes a write-off back. */
    write_off: {
      kind: 'money',
      currency: 'target_currency',
      required: true,
      fixed: true,
      initial: 0,
      label: text('Written off', '差额核销'),
    },
    write_off_reason: {
      kind: 'choice',
      fixed: true,
      label: text('Written off for', '差额原因'),
      choices: {
        bank_fee: text('bank fee', '银行费用'),
        discount: text('discount', '折让'),
        rounding: text('rounding', '尾差'),
        quality: text('quality', '质量'),
      },
    },
    approved_by: { kind: 'reference', to: 'user', fixed: true, label: text('Approved by', '批准人') },
    allocated_at: { kind: 'instant', required: true, fixed: true, label: text('Allocated', '核销时间') },
    /** The allocation that this one takes back. */
    reverses_id: { kind: 'reference', to: 'allocation', fixed: true, label: text('Takes back', '冲销') },
  },
  indexes: {
    allocations_by_receipt: { on: ['receipt_id'] },
    allocations_by_deal: { on: ['deal_id'] },
    allocations_by_installment: { on: ['installment_id'] },
  },
} as const satisfies RecordType
