import { beforeAll, expect, test } from 'vitest'
import { aFirm } from '../firm.ts'
import { cardOf, gmailOf } from '../gmail-stage.ts'

// What is loaded late has its first use compiled; a test of time would count that.
beforeAll(() =>
  Promise.all([import('../../../worker/src/mail/gmail-call.ts'), import('../../../worker/src/http/gmail-more.ts')]),
)

test('in Gmail a letter warns of another account, and tells who filled in a form, in the two trips of a panel', async () => {
  const firm = await aFirm()
  const send = await gmailOf(firm, firm.mia.id)
  const fraud = await send('message', { mail: 'bank-in-letter' })
  expect(fraud.text).toContain('It speaks of bank details')
  expect(fraud.trips).toBe(2)
  const form = await send('message', { mail: '09_web_form' })
  expect(cardOf(form).header.title).toContain('Priya Raghunathan')
})
