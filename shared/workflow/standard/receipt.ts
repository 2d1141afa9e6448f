import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

/**
 * The way of money that comes in (domain 2.2.11). A SWIFT copy is not money: sales may say whose it is, finance alone says
 * that it is there, and nobody both. What it comes to exactly it pays at once; else people say which installments it pays, by
 * the action `allocate-receipt`.
 */
export const receiptWay = wayOf('receipt', {
  start: 'registered',
  ends: ['allocated', 'reversed'],
  edges: [
    {
      key: 'claim',
      from: ['registered'],
      to: 'claimed',
      label: text('It is for this order', '认领回款'),
      who: ['owner', 'manager', 'sales_rep', 'sales_manager'],
      effects: [{ do: 'set_actor', with: { field: 'claimed_by' } }],
    },
    {
      key: 'verify',
      from: ['registered', 'claimed'],
      to: 'verified',
      label: text('Money is there', '确认到账'),
      who: ['finance', 'gm'],
      form: ['received_date', 'gross_amount', 'bank_charge', 'fx_rate_settlement'],
      requires: ['received_date', 'gross_amount'],
      effects: [{ do: 'verify_receipt' }, { do: 'allocate', with: { exact: true } }],
    },
    {
      key: 'allocate',
      from: ['verified', 'partly_allocated'],
      to: 'allocated',
      label: text('Allocated', '已核销'),
      who: ['system'],
    },
    {
      key: 'part',
      from: ['verified'],
      to: 'partly_allocated',
      label: text('Allocated in part', '部分核销'),
      who: ['system'],
    },
    {
      key: 'reverse',
      from: ['registered', 'claimed', 'verified'],
      to: 'reversed',
      label: text('Was no payment', '冲销'),
      who: ['finance', 'gm'],
    },
  ],
})
