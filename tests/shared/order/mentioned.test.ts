import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedOrder } from '#shared/order/mentioned.ts'

const orders = [
  { doc_no: 'SO-2026-0177', buyer_po_no: 'TS-064/26' },
  { doc_no: 'SO-2026-01770', buyer_po_no: null },
  { doc_no: 'SO-2026-0274', buyer_po_no: '77' },
]

test.each([
  ['Re: SO-2026-0177: saldo', 'SO-2026-0177'],
  ['موعد شحن الطلب SO-2026-0274', 'SO-2026-0274'],
  ['sinal pedido ts-064/26', 'SO-2026-0177'],
  ['Where is SO-2026-01770?', 'SO-2026-01770'],
  ['SO-2026-0177 and SO-2026-0274', undefined],
  ['77 pieces', undefined],
  ['Where is my order?', undefined],
])('%s is about %s', (subject, doc_no) => {
  expect(mentionedOrder(subject, orders)?.doc_no).toBe(doc_no)
})

test('a number may hold any sign and is found as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }), (doc_no) => {
      const order = { doc_no, buyer_po_no: null }
      expect(mentionedOrder(`Re: ${doc_no} ?`, [order])).toBe(order)
    }),
  )
})
