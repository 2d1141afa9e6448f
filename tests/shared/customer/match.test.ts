import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NUMBERS_MAX, numberKey, numbersIn } from '#shared/customer/document-number.ts'
import { speaksOfBankChange } from '#shared/customer/match/bank-change.ts'
import { type Finding, ladder, RUNGS } from '#shared/customer/match/ladder.ts'
import { likeness, shapesOf, shapesOfHost } from '#shared/customer/match/look-alike.ts'
import { unicodeHost } from '#shared/customer/punycode.ts'

const finding: fc.Arbitrary<Finding> = fc.record({
  customerId: fc.constantFrom('a', 'b', 'c'),
  rung: fc.constantFrom(...RUNGS),
  found: fc.constantFrom('PI20260412', '1043'),
})
const around = { by: 'sender', lookAlike: false, telling: (key: string) => key !== '1043' } as const

describe('the ladder', () => {
  test('links nothing on what is only possible, and nothing behind a look-alike but what somebody chose or knew', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), fc.boolean(), (findings, lookAlike) => {
        const { link } = ladder(findings, { ...around, lookAlike })
        if (link) expect(link.confidence).not.toBe('possible')
        if (link && lookAlike) expect(['chosen', 'address']).toContain(link.rung)
      }),
    )
  })

  test('says the same in whatever order things were found', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), (findings) => {
        const said = ({ link, candidates }: ReturnType<typeof ladder>) => [
          link?.customerId,
          candidates.map(({ customerId, rung }) => [customerId, rung]),
        ]
        expect(said(ladder(findings.toReversed(), around))).toEqual(said(ladder(findings, around)))
      }),
    )
  })

  test('leaves two who are equally sure to whoever reads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RUNGS), (rung) => {
        const both = ['a', 'b'].map((customerId) => ({ customerId, rung, found: 'PI20260412' }))
        expect(ladder(both, around).link).toBeNull()
      }),
    )
  })
})

describe('numbers in a subject', () => {
  test('are found however they are written and whatever stands around them', () => {
    const word = fc.constantFrom('Re:', '关于', 'покупка', '—', '(', 'your', '2026', '1,200 pcs')
    const joined = fc.constantFrom('-', '/', '.', ' ')
    fc.assert(
      fc.property(word, word, joined, fc.integer({ min: 0, max: 9999 }), (before, after, join, sequence) => {
        const written = `PI${join}2026-${String(sequence).padStart(4, '0')}`
        const keys = numbersIn(`${before} ${written} ${after}`).map(({ key }) => key)
        expect(keys).toContain(numberKey(written))
      }),
    )
  })

  test('are so many at most, whatever the subject', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), (subject) => {
        const found = numbersIn(subject)
        expect(found.length).toBeLessThanOrEqual(NUMBERS_MAX)
        for (const { key } of found) expect(key).toMatch(/^[A-Z0-9]{4,40}$/)
      }),
    )
  })
})

describe('domains that look alike', () => {
  const name = fc.stringMatching(/^[a-z]{6,20}$/)

  test('share a shape, so that the store finds them', () => {
    const edit = fc.record({ at: fc.nat(19), letter: fc.constantFrom(...'abklno01') })
    fc.assert(
      fc.property(name, edit, fc.constantFrom('change', 'add', 'drop'), (known, { at, letter }, how) => {
        const cut = how === 'add' ? at : at + 1
        const other = known.slice(0, at) + (how === 'drop' ? '' : letter) + known.slice(cut)
        const [one, two] = [`${known}.example`, `${other}.example`]
        fc.pre(likeness(two, one) !== null)
        expect(shapesOfHost(two).some((shape) => shapesOf(one).includes(shape))).toBe(true)
      }),
    )
  })

  test('are never the same domain, nor one beneath it', () => {
    fc.assert(
      fc.property(name, name, (known, sub) => {
        expect(likeness(`${known}.example`, `${known}.example`)).toBeNull()
        expect(likeness(`${sub}.${known}.example`, `${known}.example`)).toBeNull()
      }),
    )
  })
})

test('Punycode is read as what it was written from', () => {
  const label = fc.stringMatching(/^[a-zäöüßéèñçøåжшюя中国日本]{1,20}$/u)
  fc.assert(
    fc.property(label, (name) => {
      const ascii = domainToASCII(`${name}.example`)
      fc.pre(ascii !== '')
      expect(domainToASCII(unicodeHost(ascii))).toBe(ascii)
    }),
  )
  expect(unicodeHost('xn--mller-kva.example')).toBe('müller.example')
  expect(unicodeHost('xn--\u0000.example')).toBe('xn--\u0000.example')
})

test.each([
  ['Re: PI-2026-0088 - bank details', true],
  ['Our bank account has changed', true],
  ['Neue Bankverbindung', true],
  ['Cambio de cuenta bancaria', true],
  ['Alteração de dados bancários', true],
  ['Nouveau compte bancaire', true],
  ['Новые банковские реквизиты', true],
  ['变更收款账户', true],
  ['تغيير الحساب البنكي', true],
  ['New order for chairs', false],
  ['Payment sent today', false],
  ['Changed delivery date', false],
])('%s: speaks of changed bank details: %s', (subject, speaks) => expect(speaksOfBankChange(subject)).toBe(speaks))
