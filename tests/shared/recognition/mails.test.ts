import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateMail } from '../../../tools/evaluate/mails.ts'
import { score, total } from '../../../tools/evaluate/mails-score.ts'
import { MAIL_SETS, read, readable, SAMPLE_MAILS, sampleMail, valuesOf } from '../../fixtures/inquiry-mails.ts'

describe.each(MAIL_SETS)('$name', ({ folder, expected }) => {
  test.skipIf(!existsSync(expected))('at least 90 % of the fields are right and at most 2 % wrong', async () => {
    const all = JSON.parse(readFileSync(expected, 'utf8'))
    const names = readdirSync(folder).filter((name) => name in all)
    const answers: Record<string, Record<string, unknown>> = {}
    for (const name of names) answers[name] = { ...(await evaluateMail(join(folder, name))) }
    const scores = score(Object.fromEntries(names.map((name) => [name, all[name]])), answers)
    const { expected: fields, right, wrong } = total(scores)
    const said = scores.flatMap((one) => one.wrong)
    expect(right / fields, said.join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(wrong / fields, said.join('\n')).toBeLessThanOrEqual(0.02)
  })
})

describe.each(SAMPLE_MAILS)('$name', ({ mail }) => {
  test('every value shows words that stand in the mail', () => {
    const text = readable(mail)
    for (const { path, words } of valuesOf(read(mail))) {
      expect(words, path).not.toBe('')
      expect(text.includes(words), `${path}: ${words}`).toBe(true)
    }
  })
})

test('what is quoted makes no lines', () => {
  expect(read(sampleMail('03_br')).lines.map(({ qty }) => qty?.value)).toEqual([3500])
  expect(read(sampleMail('de_ch')).lines).toHaveLength(2)
})

test('a picture in the text is no attachment; a card that is attached is one', () => {
  expect(read(sampleMail('en_forward_fair')).attachments.map(({ value }) => value)).toEqual(['business_card.jpg'])
})

test('of a mail that a colleague forwards, the buyer is who wrote it first', () => {
  const { contact, email, company } = read(sampleMail('en_forward_fair'))
  expect([contact?.value, email?.value, company?.value]).toEqual([
    'Agata Zielińska',
    'agata@bieszczady-sport.example',
    'Bieszczady Sport Sp. z o.o. Sp. k.',
  ])
})

test('a mail that changes bank details makes no lines and no terms, and warns', () => {
  const { kind, warnings, lines, payment } = read(sampleMail('11_extra'))
  expect(kind).toBe('risk')
  expect(warnings).toHaveLength(3)
  expect([...lines, ...(payment ? [payment] : [])]).toEqual([])
})
