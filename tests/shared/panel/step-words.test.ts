import { expect, test } from 'vitest'
import { stepWords } from '#shared/panel/sections/step-words.ts'

test.each([
  ['total:USD 2.00>USD 1.00', 'Total USD 2.00 → USD 1.00', '总金额 USD 2.00 → USD 1.00'],
  [
    'total:USD 2.00>USD 1.00:a > b: {from}',
    'Total USD 2.00 → USD 1.00: a > b: {from}',
    '总金额 USD 2.00 → USD 1.00：a > b: {from}',
  ],
])('%s is an amendment with the reason that it has', (snippet, en, zh) => {
  expect([stepWords(snippet, 'en'), stepWords(snippet, 'zh-CN')]).toEqual([en, zh])
})
