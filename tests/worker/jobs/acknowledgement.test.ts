import { expect, test } from 'vitest'
import { acknowledgement } from '../../../worker/src/jobs/acknowledgement.ts'
import { anInquiry, aTenant } from '../../fixtures/builders.ts'

const firm = aTenant({ id: 't' })

test('who wrote first is told the number, and nothing of the firm’s own', () => {
  const letter = acknowledgement(anInquiry({ id: 'i', message_id: '<a@b.example>' }), firm)
  expect(letter).toMatchObject({ to: 'gwen@trailandtimber.example', headers: { 'In-Reply-To': '<a@b.example>' } })
  expect(letter?.text).toContain('INQ-i')
  expect(letter?.text).toContain(firm.name_en)
})

test('in Chinese where that is read', () => {
  expect(acknowledgement(anInquiry({ id: 'i', country: 'CN' }), firm)?.text).toContain(firm.name)
})

test.each([{ email: null }, { status: 'invalid' as const }, { quality: 'spam' as const }])('nobody: %o', (values) => {
  expect(acknowledgement(anInquiry({ id: 'i', ...values }), firm)).toBeNull()
})

test('what would break a header is no header', () => {
  expect(acknowledgement(anInquiry({ id: 'i', message_id: 'x\r\nBcc: a@b' }), firm)?.headers).toEqual({})
  expect(acknowledgement(anInquiry({ id: 'i', subject: 'a\r\nBcc: b' }), firm)?.subject).not.toContain('\n')
})
