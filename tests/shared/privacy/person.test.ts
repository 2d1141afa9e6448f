import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedIn, markedOf } from '../../../shared/privacy/marked.ts'
import { finderOf, personTyped, phoneDigits, searchedName, traitsIn, without } from '../../../shared/privacy/person.ts'
import { privacyDue } from '../../../shared/privacy/request.ts'

const someone = (addresses: string[], phones: string[] = [], names: string[] = []) =>
  personTyped({ addresses, phones, names }).person
const finder = finderOf(someone(['ana.souza@acme.example'], ['+55 11 98765-4321'], ['Ána Souza', '王小明']))

describe('a person is found', () => {
  test.each([
    ['address', 'Write to ANA.Souza@ACME.example.'],
    ['address', 'ａｎａ.souza@acme.example'],
    ['address', 'https://x.example/?to=ana.souza%40acme.example'],
    ['phone', 'tel +55 (11) 98765 4321'],
    ['phone', '0055119 8765 4321'],
    ['phone', '11.98765.4321'],
    ['phone', '5511987654321'],
    ['name', 'Souza, Ana'],
    ['name', 'ANA  SOUZA'],
    ['name', 'Ana_Souza.pdf'],
    ['name', 'A\u0301na Souza'],
    ['name', '请联系王小明先生'],
    ['name', '王 小明'],
  ])('by %s in %s', (trait, text) => {
    expect(traitsIn(finder, text)).toEqual([trait])
    expect(traitsIn(finder, without(finder, text, 'erased person 7F3A'))).toEqual([])
  })

  test.each([
    'banana.souza@acme.example.com',
    'xana.souza@acme.example',
    'order 1198765432100',
    'Mariana Souzaphone',
    'Ana and Souza',
    '王小',
  ])('not in %s', (text) => {
    expect(traitsIn(finder, text)).toEqual([])
    expect(without(finder, text, '?')).toBe(text)
  })

  test('wherever they stand, whatever is around them; the rest stays', () => {
    const around = fc.string({ maxLength: 40 }).map((text) => text.replace(/[\p{L}\p{M}\p{N}._+@-]/gu, ' '))
    const written = fc.constantFrom('ana.souza@acme.example', 'Ana Souza', '+55 11 98765-4321', '王小明')
    fc.assert(
      fc.property(around, written, around, (before, one, after) => {
        const cleaned = without(finder, `${before} ${one} ${after}`, '#')
        expect(traitsIn(finder, cleaned)).toEqual([])
        expect(cleaned).toContain('#')
      }),
    )
  })
})

test('too little to mean one person is none', () => {
  expect([searchedName('Li'), searchedName('王'), phoneDigits('12345'), phoneDigits('hello')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(phoneDigits('٠٠٩٧١ ٥٠ ١٢٣ ٤٥٦٧')).toBe('971501234567')
  expect(personTyped({ addresses: ['nobody'] }).wrong).toEqual(['address'])
})

test('what marks a person is found in what is written of them, with or without the country’s code', () => {
  const marked = markedOf(someone(['Ana.Souza@acme.example'], ['+55 11 98765-4321']))
  const of = markedIn({ emails: ['ana.souza@ACME.example'], phones: ['(11) 98765-4321'] })
  expect(of.sort()).toEqual([...marked].sort())
  expect(markedIn({ snippet: 'mail <ana.souza@acme.example>, +55 11 98765 4321.' }).sort()).toEqual([...marked].sort())
  expect(markedIn({ total: 987654321, doc_no: 'SO-2026-98765' })).toEqual([])
})

test('a month is a month, and ends with the month', () => {
  const due = (at: string) => new Date(privacyDue(Date.parse(at))).toISOString()
  expect(due('2026-10-20T01:00:00Z')).toBe('2026-11-20T01:00:00.000Z')
  expect(due('2027-01-31T09:30:00Z')).toBe('2027-02-28T09:30:00.000Z')
  expect(due('2026-12-15T00:00:00Z')).toBe('2027-01-15T00:00:00.000Z')
})
