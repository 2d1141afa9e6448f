import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Message } from '#shared/api.ts'
import { internetHeaders } from '../../outlook-addin/src/internet-headers.ts'
import { readHeaders } from '../../worker/src/mail/headers.ts'

/** What Outlook gives only as text: to whom answers go, and what a mail answers. */

const replyTo = (value: string) => internetHeaders(`From: a@b.example\r\nReply-To: ${value}\r\nTo: c@d.example`).replyTo

describe('the headers that Outlook gives as text', () => {
  test('tell to whom answers go and what a mail answers, folded or not', () => {
    const raw = [
      'Received: by mx.example; References: <no@x.example>',
      'reply-to: "Nunes, Thiago" <thiago@freemail.example>',
      'In-Reply-To: <2@a.example> (your message)',
      'References: <1@a.example>',
      '\t<2@a.example>',
      'X-References: <0@a.example>',
    ].join('\r\n')
    expect(internetHeaders(raw)).toEqual({
      replyTo: [{ name: 'Nunes, Thiago', address: 'thiago@freemail.example' }],
      inReplyTo: '<2@a.example>',
      references: ['<1@a.example>', '<2@a.example>'],
    })
    expect(internetHeaders('')).toEqual({ replyTo: [], inReplyTo: null, references: [] })
  })

  test.each([
    ['an address alone', 'x@y.example', [{ name: null, address: 'x@y.example' }]],
    ['two', 'A <a@y.example>, b@y.example', ['a@y.example', 'b@y.example']],
    ['a group', 'Sales: Ana <ana@y.example>, bo@y.example;', ['ana@y.example', 'bo@y.example']],
    [
      'a name that shows an address',
      '"x@bank.example" <y@z.example>',
      [{ name: 'x@bank.example', address: 'y@z.example' }],
    ],
    ['base64', '=?utf-8?B?5byg5Lyf?= <w@y.example>', [{ name: '张伟', address: 'w@y.example' }]],
    ['another charset', '=?gb18030?B?1cXOsA==?= <w@y.example>', [{ name: '张伟', address: 'w@y.example' }]],
    [
      'quoted-printable',
      '=?iso-8859-1?q?J=FCrgen_Kr=E4mer?= <j@y.example>',
      [{ name: 'Jürgen Krämer', address: 'j@y.example' }],
    ],
    ['a charset that there is not', '=?x-none?b?AA==?= <j@y.example>', [{ name: null, address: 'j@y.example' }]],
    ['nobody', 'undisclosed', []],
  ])('%s', (_, value, people) => {
    expect(replyTo(value)).toMatchObject(people.map((one) => (typeof one === 'string' ? { address: one } : one)))
    expect(replyTo(value)).toHaveLength(people.length)
  })

  test('of a long thread are its first and its last, as Gmail’s are', () => {
    const ids = Array.from({ length: 400 }, (_, at) => `<${at}@a.example>`)
    const { references } = internetHeaders(`References: ${ids.join('\r\n ')}`)
    expect(references).toEqual(readHeaders([{ name: 'References', value: ids.join(' ') }]).references)
    expect([references?.[0], references?.at(-1)]).toEqual(['<0@a.example>', '<399@a.example>'])
  })

  test('whatever stands in them, they are read, and the Worker takes what was read', () => {
    const PIECES = [
      ...['Reply-To:', 'References:', 'In-Reply-To:', '\r\n', '\r\n ', '"', '\\', '<', '>', '@', ',', ';', ':', '('],
      ...['=?utf-8?b?', '=?utf-8?q?=', '?=', '=ZZ', 'a@b.example', '<1@a.example>', '\u0000', 'x'.repeat(1_200)],
    ]
    const pieces = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 60 })
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(Message.safeParse(internetHeaders(parts.join(''))).success).toBe(true)
      }),
    )
    const began = performance.now()
    for (const piece of PIECES) internetHeaders(`Reply-To: ${piece.repeat(200_000)}`)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
