import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { type Letter, mimeOf } from '../../../worker/src/mail/mime.ts'

const LETTER: Letter = {
  to: { name: 'Thiago Nunes', address: 'thiago.nunes@trilhasul.example' },
  subject: 'Re: Cotação de cadeiras',
  inReplyTo: '<1@trilhasul.example>',
  text: 'Prezado(a) Thiago,\n\nsegue a situação.',
  html: '<p>Prezado(a) Thiago,</p>',
}

const read = (given: Partial<Letter> = {}) => PostalMime.parse(mimeOf({ ...LETTER, ...given }))

test('a letter is read as it was written', async () => {
  const mail = await read()
  expect(mail.to).toEqual([LETTER.to])
  expect(mail).toMatchObject({
    subject: LETTER.subject,
    inReplyTo: LETTER.inReplyTo,
    references: LETTER.inReplyTo,
    text: LETTER.text.replaceAll('\n', '\r\n'),
    html: LETTER.html,
  })
})

/** Headers that a mail from outside may bear. */
const outside = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    'x\r\nBcc: all@buyers.example',
    '\n\n--=_letter',
    '=?utf-8?B?eA==?=',
    '"a" <b@c.example>, d@e.example',
  ),
)

test('no header of the mail that is answered makes a header, a recipient or a part of its own', async () => {
  await fc.assert(
    fc.asyncProperty(outside, outside, outside, outside, async (subject, name, inReplyTo, text) => {
      const to = { name, address: 'thiago@trilhasul.example' }
      const raw = mimeOf({ to, subject, inReplyTo, text, html: `<p>${text}</p>` })
      expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/)
      const mail = await PostalMime.parse(raw)
      const known = ['to', 'subject', 'in-reply-to', 'references', 'mime-version', 'content-type']
      expect(mail.headers.filter(({ key }) => !known.includes(key))).toEqual([])
      expect(mail.to?.map(({ address }) => address)).toEqual([to.address])
      expect(mail.attachments).toEqual([])
    }),
  )
})

test.each([
  'thiago@trilhasul.example, all@buyers.example',
  'thiago@trilhasul.example\r\nBcc: all@buyers.example',
  'Группа: a@b.example;',
  'nobody',
  '',
])('who cannot be written to is left for the sender to fill in: %j', async (address) => {
  expect((await read({ to: { name: 'Thiago', address } })).to).toBeUndefined()
})

test('lines are no longer than a mail may have them', () => {
  const raw = mimeOf({ ...LETTER, subject: '椅'.repeat(2_000), to: { name: 'é'.repeat(900), address: 'a@b.example' } })
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
})

test('files come as they are, under their own names', async () => {
  const files = [
    {
      name: '报价单 “1”.pdf',
      mime: 'application/pdf',
      bytes: Uint8Array.from({ length: 70_000 }, (_, at) => at % 251),
    },
    { name: 'a"b\r\nX: y.xlsx', mime: 'no\r\ntype', bytes: new Uint8Array() },
  ]
  const raw = mimeOf({ ...LETTER, files })
  expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/)
  const mail = await PostalMime.parse(raw)
  expect([mail.html, mail.text]).toEqual([LETTER.html, LETTER.text.replaceAll('\n', '\r\n')])
  expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['报价单 “1”.pdf', 'application/pdf'],
    ['a"b\r\nX: y.xlsx', 'application/octet-stream'],
  ])
  expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(files[0]?.bytes)
})
