import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { claimDue, isUnclaimed } from '#shared/customer/claim.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import { anInquiry } from '../../fixtures/builders.ts'

test('what waits for a claim to a rule is in one of the two indexes that find it, by whether it was given to somebody', () => {
  const database = new DatabaseSync(':memory:')
  const { inquiries_assigned, inquiries_pooled } = inquiryType.indexes
  for (const status of Object.keys(inquiryType.fields.status.choices) as Inquiry['status'][]) {
    for (const owner_id of ['somebody', null]) {
      const row = database
        .prepare(
          `SELECT ${inquiries_assigned.where} AS assigned, ${inquiries_pooled.where} AS pooled ` +
            'FROM (SELECT ? AS status, ? AS owner_id)',
        )
        .get(status, owner_id)
      const waits = isUnclaimed(anInquiry({ id: 'i', status }))
      const found = { assigned: Number(waits && owner_id !== null), pooled: Number(waits && owner_id === null) }
      expect([status, owner_id, { ...row }]).toEqual([status, owner_id, found])
    }
  }
})

test('a claim is due a day after the inquiry came, over the end of daylight saving too', () => {
  const received_at = Date.parse('2026-10-24T12:00:00+02:00')
  expect(claimDue(anInquiry({ id: 'i', received_at }))).toBe(Date.parse('2026-10-25T11:00:00+01:00'))
})
