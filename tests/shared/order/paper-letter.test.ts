import { expect, test } from 'vitest'
import { type Enclosed, paperLetter } from '#shared/order/paper-letter.ts'
import { letterHtml } from '#shared/order/status-letter/html.ts'
import { LETTER_LANGUAGES, type LetterLanguage, letterLocale } from '#shared/order/status-letter/language.ts'
import { letterText, lineText } from '#shared/order/status-letter/plain-text.ts'
import { LETTERS } from '#shared/order/status-letter/words/index.ts'

const KINDS = ['quotation', 'proforma', 'contract'] as const

const letterIn = (language: LetterLanguage, given: Partial<Enclosed> = {}) =>
  paperLetter(
    { kind: 'quotation', number: 'QT-7 v2', validUntil: '2026-11-30', name: 'Ana <b>', alias: 'Mia', ...given },
    letterLocale([language], null),
    LETTERS,
  )

test.each(LETTER_LANGUAGES)('a letter in %s names the paper and says until when it is good', (language) => {
  for (const kind of KINDS) {
    const letter = letterIn(language, { kind })
    expect(lineText(letter.subject, letter)).toContain('QT-7 v2')
    expect(letterText(letter)).toContain('QT-7 v2')
    expect(letterText(letter)).toContain('2026')
    expect(letterText(letter)).not.toMatch(/\{|\n{3}/)
    expect(letterText(letterIn(language, { kind, validUntil: null }))).not.toContain('2026')
  }
})

test('what stands in it is never markup, and there is no empty table', () => {
  const html = letterHtml(letterIn('en'))
  expect(html).toContain('Ana &lt;b&gt;')
  expect(html).not.toContain('<table')
})
