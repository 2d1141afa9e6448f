import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailKey } from '#shared/customer/mail-key.ts'
import { isText } from '#shared/record/printable.ts'

test('a mail is known by its Message-ID', () => {
  expect(mailKey({ messageId: '<1@a.example>', subject: 'x' })).toBe('<1@a.example>')
})

test('without a usable one the same mail has the same key, another mail another', () => {
  const mail = { from: { address: 'A@b.example' }, sentAt: '2026-10-20T09:00:00Z', subject: 'RFQ' }
  expect(mailKey(mail)).toBe(mailKey({ ...mail, from: { name: 'A', address: 'a@B.example' } }))
  expect(mailKey(mail)).not.toBe(mailKey({ ...mail, subject: 'RFQ 2' }))
  expect(mailKey({ ...mail, messageId: 'x'.repeat(999) })).toBe(mailKey(mail))
})

test('whatever the headers say, the key can be stored', () => {
  const text = fc.string({ unit: 'binary', maxLength: 1200 })
  fc.assert(
    fc.property(text, text, text, (messageId, subject, address) =>
      isText(mailKey({ messageId, subject, from: { address } }), 998),
    ),
  )
})
