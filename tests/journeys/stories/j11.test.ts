import { expect, test } from 'vitest'
import { openWorkbench } from '../workbench.ts'
import { Clicks } from './clicks.ts'

test('J11: a mail from a domain that only looks like a customer’s is red at once, beside it in Gmail', async () => {
  const clicks = new Clicks()
  const { card } = await openWorkbench({ as: 'wendy.li', mail: '11_extra_fraud_bank_change', host: 'gmail' })
  await card.getByText('Careful: this may be fraud').first().waitFor()
  const told = await card.innerText()
  for (const words of [
    'trilhasu1.example',
    'freemail.example',
    'Do not answer and do not pay: call the number on file.',
  ]) {
    expect(told).toContain(words)
  }
  clicks.atMost(0)
})
