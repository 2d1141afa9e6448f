import { newId } from '../firm.ts'
import { aDeal } from './a-signed-deal.ts'

/**
 * A deal at its contract, which both sides are about to sign: 600 chairs and 200 tables for USD 12,345.67, of which 45.67 are
 * freight; 30 % before production, the rest a week after the copy of the B/L. Five percent more or less may be shipped.
 */
export const aContract = () =>
  aDeal('contract', ({ customer_id, deal_id }) => {
    const [quotation, contract, approval, term] = [newId(), newId(), newId(), newId()]
    return {
      payment_term: [
        {
          id: term,
          code: 'TT3070',
          name: 'T/T 30/70 against copy B/L',
          lines: [
            { pct: '30', anchor: 'order_confirmed', days: 7 },
            { pct: '70', anchor: 'bl_copy_sent', days: 7 },
          ],
          grace_days: 0,
          deposit_before_production: true,
          balance_before: 'bl_release',
        },
      ],
      quotation: [
        {
          id: quotation,
          deal_id,
          status: 'accepted',
          currency: 'USD',
          incoterm: 'FOB',
          named_place: 'Yantian',
          payment_term_id: term,
          sent_at: 1,
        },
      ],
      quotation_line: [
        {
          quotation_id: quotation,
          seq: 1,
          sku: 'BW-C600',
          description: 'Camp chair',
          qty: 600_000,
          unit: 'H87',
          currency: 'USD',
          unit_price: 15_500_000,
        },
        {
          quotation_id: quotation,
          seq: 2,
          sku: 'BW-T200',
          description: 'Camp table',
          qty: 200_000,
          unit: 'H87',
          currency: 'USD',
          unit_price: 15_000_000,
        },
      ],
      approval: [
        {
          id: approval,
          deal_id,
          subject_type: 'contract',
          subject_id: contract,
          subject_version: 1,
          subject_hash: 'x',
          policy: 'contract',
          requested_by: newId(),
          requested_at: 1,
          status: 'approved',
          decided_at: 2,
          steps: [],
        },
      ],
      contract: [
        {
          id: contract,
          deal_id,
          quotation_id: quotation,
          customer_id,
          status: 'sent_for_signature',
          currency: 'USD',
          amount: 1_234_567,
          fx_rate: 715_000_000,
          incoterm: 'FOB',
          named_place: 'Yantian',
          port_loading: 'CNYTN',
          port_discharge: 'BRSSZ',
          payment_term_id: term,
          latest_shipment_date: '2026-12-20',
          tolerance: 500,
          approval_id: approval,
        },
      ],
    }
  })

/** The same, signed: the order is there with its lines, production orders and installments. */
export async function anOrderedDeal() {
  const deal = await aContract()
  const contract = await deal.one('contract')
  await deal.does('mia', 'advance-contract:sign', 'contract', contract.id, { signed_file: 'SC-1-signed.pdf' })
  return deal
}
