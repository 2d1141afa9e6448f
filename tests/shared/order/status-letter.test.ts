import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXECUTION } from '#shared/order/execution.ts'
import { letterHtml } from '#shared/order/status-letter/html.ts'
import { LETTER_LANGUAGES, type LetterLanguage, letterLocale } from '#shared/order/status-letter/language.ts'
import type { BuyerLetter, Line } from '#shared/order/status-letter/letter.ts'
import { letterText, lineText } from '#shared/order/status-letter/plain-text.ts'
import { LETTERS } from '#shared/order/status-letter/words/index.ts'
import { statusLetter, type Told } from '#shared/order/status-letter.ts'
import type { Order } from '#shared/trade/index.ts'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'

const TODAY = '2026-10-20'

const anOrderOf = (given: Partial<Order> = {}) => anOrder({ id: 'o', customer_id: 'c', ...given })
const payment = (guards: 'production_start' | 'loading' | 'bl_release', given = {}) =>
  anInstallment({ id: guards, order_id: 'o', customer_id: 'c', amount: 925_500, paid_amount: 0, guards, ...given })

function told(order: Partial<Order> = {}, given: Partial<Told> = {}): Told {
  return { order: anOrderOf(order), installments: [], name: 'Ana Souza', alias: 'Mia Zhao', today: TODAY, ...given }
}

const letterIn = (language: LetterLanguage, given = told(), country?: string) =>
  statusLetter(given, letterLocale([language], country), LETTERS)
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const textOf = (letter: BuyerLetter) => spaced(letterText(letter))
const wordsOf = (line: Line | undefined) => line?.map((part) => (typeof part === 'string' ? part : part.value)).join('')
const row = (letter: BuyerLetter, label: string) => wordsOf(letter.rows.find((one) => one.label === label)?.value)

/** What a mail program makes of it: tags away, entities as their signs. */
const read = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

describe('the words', () => {
  test('are there in every language, none borrowed from English', () => {
    const paths = (value: object): string[] =>
      Object.entries(value).flatMap(([key, one]) =>
        typeof one === 'string' ? [key] : paths(one).map((path) => `${key}.${path}`),
      )
    const at = (value: unknown, path: string) =>
      path.split('.').reduce((one, key) => (one as Record<string, unknown>)[key], value)
    const borrowed = LETTER_LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
      paths(LETTERS.en)
        .filter((path) => {
          const word = at(LETTERS[language], path)
          return typeof word !== 'string' || word.trim() === '' || word === at(LETTERS.en, path)
        })
        .map((path) => `${language} ${path}`),
    )
    // Dutch and Polish call it the same.
    expect(borrowed).toEqual(['nl rows.stage', 'pl rows.stage'])
  })

  test('take the values that the English ones take', () => {
    const taken = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const language of LETTER_LANGUAGES) {
      const words = LETTERS[language]
      expect([language, taken(words.subject), taken(words.intro)]).toEqual([language, ['order'], ['order']])
      expect([language, Object.values(words.waits).flatMap(taken)]).toEqual([language, ['amount', 'amount', 'amount']])
      expect([language, taken(words.dear)]).toEqual([language, language === 'pl' ? [] : ['name']])
      const plain = [words.hello, words.closing, words.regards, ...Object.values(words.rows)]
      const stages = Object.values(words.stages).flatMap(({ name, sentence }) => [name, sentence])
      expect([language, [...plain, ...stages].flatMap(taken)]).toEqual([language, []])
    }
  })
})

describe('the language of a letter', () => {
  test.each([
    [['de', 'en'], 'BR', 'de', 'de-BR'],
    [[null, 'pt-PT'], 'PT', 'pt-BR', 'pt-PT'],
    [[null, null], 'SA', 'ar', 'ar-SA'],
    [[null, null], 'MX', 'es', 'es-MX'],
    [['th', 'fr'], 'TH', 'fr', 'fr-TH'],
    [[null, null], 'TH', 'en', 'en-TH'],
    [['zh-TW'], 'TW', 'en', 'en-TW'],
    [['zh'], 'SG', 'zh-CN', 'zh-SG'],
    [['en-GB'], null, 'en', 'en-GB'],
    [['not a tag'], '??', 'en', 'en'],
  ])('wishes %j in %s: %s', (wishes, country, language, tag) => {
    expect(letterLocale(wishes, country)).toMatchObject({ language, tag })
  })
})

describe('what a letter tells', () => {
  test('everything a buyer asks for, each in its own row', () => {
    const letter = letterIn(
      'en',
      told({
        doc_no: 'SO-2026-0101',
        buyer_po_no: 'PO 77',
        exec_status: 'shipped',
        shipped_on: '2026-10-12',
        bl_no: 'OOLU2689001234',
        eta: '2026-11-20',
        incoterm: 'FOB',
        named_place: 'Ningbo',
        total: 3_085_000,
        currency: 'USD',
        promised_date: '2026-10-15',
      }),
      'GB',
    )
    expect(letter.rows.map(({ label, value }) => [label, spaced(wordsOf(value) ?? '')])).toEqual([
      ['Our order no.', 'SO-2026-0101'],
      ['Your PO no.', 'PO 77'],
      ['Status', 'Shipped'],
      ['On board', '12 October 2026'],
      ['Bill of lading no.', 'OOLU2689001234'],
      ['Estimated arrival (ETA)', '20 November 2026'],
      ['Delivery terms', 'FOB Ningbo (Incoterms® 2020)'],
      ['Order value', 'USD 30,850.00'],
    ])
    expect(textOf(letter)).toMatch(
      /^Dear Ana Souza,\n\nHere is where your order SO-2026-0101 stands today\.\nYour order /,
    )
    expect(textOf(letter)).toMatch(/Best regards,\nMia Zhao$/)
  })

  test('the deposit that production waits for, as far as it is missing', () => {
    const asked = told({ exec_status: 'waiting_deposit' }, { installments: [payment('production_start')] })
    expect(textOf(letterIn('en', asked))).toContain('once the deposit of USD 9,255.00 has arrived.')
    expect(textOf(letterIn('de', asked, 'DE'))).toContain('sobald die Anzahlung von 9.255,00 USD eingegangen ist.')
    const partly = [payment('production_start', { paid_amount: 900_000, due_date: '2026-10-22' })]
    expect(spaced(row(letterIn('en', { ...asked, installments: partly }, 'US'), 'Open payment') ?? '')).toBe(
      'USD 255.00 · October 22, 2026',
    )
  })

  test('no amount that its sender does not see, nor one of another order, another step, or paid', () => {
    const stage = { exec_status: 'waiting_deposit' as const, total: null }
    const silent = [
      payment('production_start', { hidden: true }),
      payment('production_start', { order_id: 'another' }),
      payment('loading'),
      payment('production_start', { paid_amount: 925_500 }),
    ]
    for (const part of silent) {
      expect(textOf(letterIn('en', told(stage, { installments: [part] })))).not.toMatch(/USD|9,255/)
    }
  })

  test('money without decimals as it is', () => {
    const letter = letterIn('ja', told({ currency: 'JPY', total: 1_234_567 }), 'JP')
    expect(spaced(row(letter, 'ご注文金額') ?? '')).toBe('JPY 1,234,567')
  })

  test('a planned date until it has gone by, and none while the order is on hold', () => {
    const running = { exec_status: 'in_production' as const, promised_date: null }
    const finish = (given: Partial<Order>) =>
      row(letterIn('en', told({ ...running, ...given }), 'GB'), 'End of production (planned)')
    expect(finish({ planned_finish: TODAY })).toBe('20 October 2026')
    expect(finish({ planned_finish: '2026-10-19' })).toBeUndefined()
    expect(finish({ planned_finish: TODAY, status: 'on_hold' })).toBeUndefined()
  })

  test('every stage in every language differently from every other', () => {
    for (const language of LETTER_LANGUAGES) {
      const said = EXECUTION.map((exec_status) => textOf(letterIn(language, told({ exec_status }))))
      said.push(textOf(letterIn(language, told({ status: 'on_hold' }))))
      expect([language, new Set(said).size]).toEqual([language, EXECUTION.length + 1])
    }
  })

  test('dates and amounts of Arabic letters in the digits and the calendar of the contract', () => {
    const letter = letterIn('ar', told({ exec_status: 'shipped', shipped_on: '2026-10-12', total: 3_085_000 }), 'SA')
    const said = letterText(letter)
    expect(said).toMatch(/12 أكتوبر 2026/)
    expect(said).toMatch(/30,850\.00/)
  })

  test('nothing of the house: no cost, no profit, no remark, no colleague, no stage by its own name', () => {
    const secret = {
      cost_total: 777_777,
      profit_expected: 888_888,
      remark: 'squeeze the supplier',
      owner_id: 'u-secret',
    }
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_LANGUAGES), fc.constantFrom(...EXECUTION), (language, exec_status) => {
        const letter = letterIn(language, told({ ...secret, exec_status }))
        const said = letterText(letter) + letterHtml(letter)
        expect(said).not.toMatch(/7,?777|8,?888|squeeze|u-secret|undefined|null|NaN|_/)
        expect(said).not.toMatch(/\{\w*\}/)
      }),
    )
  })
})

describe('a letter as HTML', () => {
  /** Values that people do have and that attackers choose. */
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<b>x</b> &amp; "y"',
      '</td><script>alert(1)</script>',
      "'; -- \u202e",
      'محمد',
      '{order}',
      '{{amount}}',
    ),
  )

  test('shows every value literally, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_LANGUAGES), value, value, value, (language, doc_no, buyer_po_no, name) => {
        const letter = letterIn(language, told({ doc_no, buyer_po_no, named_place: name }, { name, alias: name }))
        const html = letterHtml(letter)
        const tags = new Set([...html.matchAll(/<\/?([^\s>]+)/g)].map(([, tag]) => tag))
        expect([...tags].filter((tag) => !['div', 'p', 'br', 'table', 'tr', 'td', 'span'].includes(tag ?? ''))).toEqual(
          [],
        )
        for (const row of letter.rows) expect(read(html)).toContain(wordsOf(row.value))
      }),
    )
  })

  test('runs from right to left in Arabic alone, with numbers the right way round', () => {
    for (const language of LETTER_LANGUAGES) {
      const html = letterHtml(letterIn(language, told({ doc_no: 'SO-2026-0101' })))
      const direction = language === 'ar' ? 'rtl' : 'ltr'
      expect([language, html.startsWith(`<div dir="${direction}" lang="${language}"`)]).toEqual([language, true])
      expect([language, html.includes('<span dir="ltr">SO-2026-0101</span>')]).toEqual([language, language === 'ar'])
    }
    const due = [payment('loading', { due_date: '2026-10-22' })]
    const arabic = letterHtml(letterIn('ar', told({ exec_status: 'ready', total: null }, { installments: due }), 'SA'))
    expect(arabic).toMatch(/<span dir="rtl">[^<]*9,255\.00[^<]*<\/span> · <span dir="rtl">[^<]*22 أكتوبر 2026<\/span>/)
    expect(letterText(letterIn('ar', told({ doc_no: 'SO-2026-0101' })))).toContain('\u2068SO-2026-0101\u2069')
  })

  test('brings its styles along, and nothing from elsewhere', () => {
    const html = letterHtml(letterIn('fr'))
    expect(html).not.toMatch(/class=|<style|<img|href|src=|url\(/)
    expect(html).toMatch(/<td align="left" valign="top" style="[^"]*border-bottom/)
  })

  test('fits into a reply form with the longest values there are', () => {
    const long = '<&"'.repeat(100)
    for (const language of LETTER_LANGUAGES) {
      const letter = letterIn(
        language,
        told(
          { doc_no: long.slice(0, 40), buyer_po_no: long.slice(0, 80), named_place: long.slice(0, 80) },
          { name: long },
        ),
      )
      expect(new TextEncoder().encode(letterHtml(letter)).length).toBeLessThan(32_000)
    }
  })
})

test('a subject is one line, whatever the order is called', () => {
  const letter = letterIn('en', told({ doc_no: 'SO-1\r\nBcc: all@buyers.example' }))
  expect(lineText(letter.subject, letter)).toBe('Status of your order SO-1 Bcc: all@buyers.example')
})

test('a line of the text cannot be forged by a value', () => {
  const letter = letterIn('en', told({ buyer_po_no: 'PO\nOpen payment: USD 1.00' }))
  expect(textOf(letter).split('\n')).not.toContain('Open payment: USD 1.00')
})
