import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADDRESS_MAX, Message, RECIPIENTS_MAX, SUBJECT_MAX } from '#shared/api.ts'
import { instantOf, readHeaders } from '../../../worker/src/mail/headers.ts'

const from = (value: string) => readHeaders([{ name: 'From', value }]).from
const to = (...values: string[]) => readHeaders(values.map((value) => ({ name: 'To', value }))).to ?? []
const subject = (value: string) => readHeaders([{ name: 'Subject', value }]).subject

describe('a sender', () => {
  test('is the same person, decoded already or not', () => {
    const decoded = from('"Brüggemann, Jürgen" <j@gartenwelt.example>')
    expect(decoded).toEqual({ name: 'Brüggemann, Jürgen', address: 'j@gartenwelt.example' })
    expect(from('=?iso-8859-15?q?Br=FCggemann=2C_J=FCrgen?= <j@gartenwelt.example>')).toEqual(decoded)
  })

  test('keeps the address when a comma was decoded without quotes around it', () => {
    expect(from('Brüggemann, Jürgen <j@gartenwelt.example>')?.address).toBe('j@gartenwelt.example')
  })

  test('is who the mail comes from, not who its name pretends to be', () => {
    expect(from('"ana@trilha.example" <x@evil.example>')?.address).toBe('x@evil.example')
    expect(from('=?utf-8?Q?ana=40trilha.example=2C?= <x@evil.example>')?.address).toBe('x@evil.example')
    expect(from('=?utf-8?B?YW5hQHRyaWxoYS5leGFtcGxl?=')).toBeNull()
  })

  test('is the first of several, also of several headers', () => {
    const headers = ['ana@trilha.example, bia@trilha.example', 'x@evil.example'].map((value) => ({
      name: 'FROM',
      value,
    }))
    expect(readHeaders(headers).from?.address).toBe('ana@trilha.example')
  })
})

test('answers and the thread: Reply-To, and Message-IDs whatever stands between them', () => {
  const message = readHeaders([
    { name: 'Reply-To', value: '"Doe, John" <john@doe.example>, Sales: a@x.example;' },
    { name: 'In-Reply-To', value: 'Your message of Monday <b@x.example>' },
    { name: 'References', value: '<a@x.example>\r\n <b@x.example>(comment)<broken <c@x.example>' },
  ])
  expect(message.replyTo?.map(({ address }) => address)).toEqual(['john@doe.example', 'a@x.example'])
  expect([message.inReplyTo, message.references]).toEqual([
    '<b@x.example>',
    ['<a@x.example>', '<b@x.example>', '<c@x.example>'],
  ])
  const long = Array.from({ length: 500 }, (_, nth) => `<${nth}@x.example>`)
  const kept = readHeaders([{ name: 'References', value: long.join(' ') }]).references ?? []
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, long[0], long.at(-1)])
})

describe('recipients', () => {
  test('of all headers are told in their order, whatever the case of the headers’ names', () => {
    const headers = [
      { name: 'to', value: 'a@x.example' },
      { name: 'TO', value: 'Team: b@x.example, c@x.example;' },
    ]
    expect(readHeaders(headers).to?.map(({ address }) => address)).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ])
  })

  test('past the limits are left out, and none is cut into somebody else', () => {
    const everybody = Array.from({ length: 10_000 }, (_, nth) => `buyer${nth}@shop.example`)
    expect(to(everybody.join(',')).map(({ address }) => address)).toEqual(everybody.slice(0, RECIPIENTS_MAX))
    const named = everybody.map((address) => `"${'n'.repeat(500)}" <${address}>`)
    const kept = to(named.join(', ')).map(({ address }) => address)
    expect(kept.length).toBeGreaterThan(100)
    expect(kept).toEqual(everybody.slice(0, kept.length))
    expect(to(`${'a'.repeat(ADDRESS_MAX)}@x.example, b@x.example`).map(({ address }) => address)).toEqual([
      'b@x.example',
    ])
  })
})

describe('what is too long is cut between two letters', () => {
  test('a subject', () => {
    expect(subject('椅'.repeat(SUBJECT_MAX + 1))).toBe('椅'.repeat(SUBJECT_MAX))
    expect(subject(`a${'𠀀'.repeat(SUBJECT_MAX)}`)).toBe(`a${'𠀀'.repeat(SUBJECT_MAX / 2 - 1)}`)
  })

  test('a name', () => {
    expect(from(`"a${'𠀀'.repeat(ADDRESS_MAX)}" <b@x.example>`)).toEqual({
      name: `a${'𠀀'.repeat(ADDRESS_MAX / 2 - 1)}`,
      address: 'b@x.example',
    })
  })

  test('but not a Message-ID, whose beginning would be another mail’s', () => {
    const id = (value: string) => readHeaders([{ name: 'Message-Id', value }]).messageId
    expect(id('<1@trilha.example>')).toBe('<1@trilha.example>')
    expect(id(`<${'1'.repeat(ADDRESS_MAX)}@trilha.example>`)).toBeNull()
  })
})

describe('the instant at which a mail was sent', () => {
  test.each([
    ['Mon, 19 Oct 2026 10:00:00 -0300', '2026-10-19T13:00:00.000Z'],
    ['Mon, 19 Oct 2026 10:00:00 -0300 (BRT)', '2026-10-19T13:00:00.000Z'],
    ['19 Oct 2026 10:00 GMT', '2026-10-19T10:00:00.000Z'],
    ['yesterday', null],
    ['Mon, 19 Oct 12026 10:00:00 +0000', null],
    ['', null],
  ])('%s: %s', (value, sentAt) => {
    expect(readHeaders([{ name: 'Date', value }]).sentAt).toBe(sentAt)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1e15, 1e15, 1e300])('%s ms is none', (ms) => {
    expect(instantOf(ms)).toBeNull()
  })
})

describe('there are no headers that cannot be read', () => {
  const NAMES = ['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'x-other', '']
  const readable = (name: string, value: string) => {
    const message = readHeaders([{ name, value }])
    expect(Message.safeParse(message).error?.issues).toBeUndefined()
  }

  test('made of what headers are made of', () => {
    const part = fc.constantFrom(
      ...[
        '"',
        '<',
        '>',
        '(',
        ')',
        ':',
        ';',
        ',',
        '@',
        '\\',
        '=?',
        '?=',
        '?B?',
        '?q?',
        '=?utf-8?B?5qSF?=',
        '=?utf-8?Q?=E6=A4?=',
      ],
      ...['=?gb18030?B?0a+82w==?=', ' ', '\r\n ', '\n', '\0', '\ud800', '\u202e', 'ana', 'a@b.example', '椅', '𠀀'],
    )
    const value = fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.constantFrom(...NAMES), value, readable), { numRuns: 2_000 })
  })

  test.each([',', '@', '<', '"', ':', '(', '()', ':;', 'a@', ' ', '=?', 'a:b@c,', '\\"', '=?a?Q?', '椅', '𠀀'])(
    'a hundred thousand times %s',
    (part) => {
      for (const name of NAMES) readable(name, part.repeat(100_000))
    },
  )

  test.skipIf(env.NAUGHTY.length === 0)('the big list of naughty strings', () => {
    for (const value of env.NAUGHTY) {
      for (const name of NAMES) readable(name, value)
      readable('From', `"${value}" <a@b.example>`)
    }
  })
})
