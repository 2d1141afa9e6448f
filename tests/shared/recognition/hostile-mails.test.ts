import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReceivedMail, readMail } from '#shared/recognition/mail.ts'
import { read, readable, sampleMail, valuesOf } from '../../fixtures/inquiry-mails.ts'

const EMPTY: ReceivedMail = {
  ...{ from: null, replyTo: null, to: [], subject: '', date: '', text: '', html: '', attachments: [] },
  ...{ automatic: false, answers: false },
}

/** Whatever is read, its words stand in the mail. */
function expectWords(mail: ReceivedMail): void {
  const text = readable(mail)
  for (const { path, words } of valuesOf(read(mail))) expect(text.includes(words), `${path}: ${words}`).toBe(true)
}

const FRAGMENTS = fc.constantFrom(
  ...[
    '1.200 pcs',
    'USD 5,40',
    'FOB',
    'CIF Ningbo',
    '30% deposit',
    '70%',
    'by Friday 5 pm',
    'Kind regards',
    '> ',
    '\n',
    '\t',
    ' | ',
    ' ',
    '1) ',
  ],
  ...[
    'From: a <a@b.example>',
    'Sent: Monday',
    'To: x',
    'Subject: y',
    'Name: Ana',
    'Company: X Ltd',
    'Qty: 5',
    'BW-C600',
    'GmbH',
    '数量',
    '株式会社',
    '2026年6月19日',
  ],
  ...[
    '１，２００',
    '٤٬٠٠٠',
    'قطعة',
    '30/70',
    '1x40HQ',
    '(abt 70%)',
    'KW 6/2027',
    'end of',
    'February',
    '29',
    '.',
    ',',
    ':',
    '0',
    '99999999999',
    '\ud800',
    '\u202e',
  ],
)
const text = fc
  .array(fc.oneof(FRAGMENTS, FRAGMENTS, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((all) => all.join(''))

describe('any mail', () => {
  test('as text, as HTML or as a subject is read without an error, and nothing is invented', () => {
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (text, html, subject, answers) => {
        const from = { name: subject.slice(0, 40), address: 'a@b.example' }
        expectWords({ ...EMPTY, from, text, subject, answers })
        expectWords({ ...EMPTY, from, html: `<p>${html}</p>`, subject, answers })
      }),
      { numRuns: 150 },
    )
  })

  test('as bytes is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 200 }), async (bytes, head) => {
        expectWords(await readMail(bytes))
        expectWords(await readMail(`Content-Type: text/html; charset=${head}\r\n\r\n${head}`))
      }),
      { numRuns: 100 },
    )
  })

  test('with a piece of a sample cut out or put in twice is read without an error', () => {
    const sample = sampleMail('02_de')
    fc.assert(
      fc.property(fc.nat(sample.text.length), fc.nat(300), fc.boolean(), (at, length, twice) => {
        const piece = sample.text.slice(at, at + length)
        const text = sample.text.slice(0, at) + (twice ? piece + piece : '') + sample.text.slice(at + length)
        expectWords({ ...sample, text })
      }),
      { numRuns: 100 },
    )
  })
})

describe('a mail that is made to take long', () => {
  const MEGABYTE = 1024 * 1024
  const cases: readonly (readonly [string, string])[] = [
    ['digits', '1'],
    ['grouped digits', '1,000'],
    ['spaces', ' '],
    ['spaces and a letter', '          a'],
    ['signs of quoting', '> '],
    ['brackets', '('],
    ['names', 'Aa '],
    ['quantities', '1.200 pcs, '],
    ['prices', 'USD 5,40 '],
    ['terms', 'FOB Ningbo '],
    ['dates', '10 July 2026 '],
    ['fields', 'Name: x\n'],
    ['headers', 'From: a@b.example\nSent: x\nTo: y\n\n'],
    ['tables', 'Item\tQty\nx\t5 pcs\n'],
    ['firms', 'X GmbH '],
    ['Chinese', '数量'],
    ['tags', '<td>'],
    ['open tags', '<'],
    ['comments', '<!--'],
    ['entities', '&amp'],
    ['percents', '30% '],
    ['bank', 'bank change '],
  ]
  test.each(cases)('a megabyte of %s is read in bounded time', (_, piece) => {
    const long = piece.repeat(MEGABYTE / piece.length)
    const started = process.cpuUsage().user
    read({ ...EMPTY, text: long, subject: long })
    read({ ...EMPTY, html: long })
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(1.5)
  })
})

const corpora = process.env.QUAYSIDE_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora')

describe.each(['sisimai', 'mikel-mail', 'postal-mime'])(
  'the mails of %s (skipped where the corpora are missing)',
  (name) => {
    const folder = join(corpora, name)
    test.skipIf(!existsSync(folder))('are all read, with words that stand in them', async () => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && !/licen[cs]e|readme/i.test(entry.name),
      )
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) expectWords(await readMail(readFileSync(join(file.parentPath, file.name))))
    })
  },
)
