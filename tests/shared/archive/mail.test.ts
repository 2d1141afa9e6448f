import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningOf, wordsOf } from '#shared/archive/beginning.ts'
import { occurredAt } from '#shared/archive/mail.ts'

const NOW = Date.parse('2026-10-20T01:00:00Z')
const HOUR = 3_600_000

describe('when a mail was written', () => {
  test('is what it says, unless that is more than a day from when it was received', () => {
    const sent = (hours: number) => new Date(NOW - 50 * HOUR + hours * HOUR).toISOString()
    const received = NOW - 50 * HOUR
    expect(occurredAt(sent(-1), received, NOW)).toBe(received - HOUR)
    expect(occurredAt(sent(-24), received, NOW)).toBe(received - 24 * HOUR)
    expect(occurredAt(sent(-24.01), received, NOW)).toBe(received)
    expect(occurredAt(sent(24.01), received, NOW)).toBe(received)
    expect(occurredAt('2001-01-01T00:00:00Z', null, NOW)).toBe(Date.parse('2001-01-01T00:00:00Z'))
    expect(occurredAt(null, received, NOW)).toBe(received)
    expect(occurredAt('nonsense', null, NOW)).toBe(NOW)
  })

  test('is never after now', () => {
    fc.assert(
      fc.property(fc.option(fc.date({ noInvalidDate: true })), fc.option(fc.integer()), (sent, received) => {
        expect(occurredAt(sent?.toISOString(), received, NOW)).toBeLessThanOrEqual(NOW)
      }),
    )
  })
})

describe('the beginning of a mail', () => {
  test('is its own words, and not what it answers', () => {
    for (const introduced of [
      '> old words',
      'On Mon, 19 Oct 2026 at 09:05, Mia <mia@x.example> wrote:\n> old words',
      'Em seg., 19 de out. de 2026, Mia escreveu:\n> old words',
      'Am 19.10.26 um 09:05 schrieb Mia:\n> old words',
      '在 2026年10月19日，Mia 写道：\nold words',
      '-----Original Message-----\nold words',
      '-----原始邮件-----\nold words',
      'From: Mia <mia@x.example>\nold words',
      '发件人: Mia <mia@x.example>\nold words',
    ]) {
      expect(beginningOf(`Yes, we take it.\n\n${introduced}`)).toBe('Yes, we take it.')
    }
    expect(beginningOf('> only quoted')).toBe('> only quoted')
  })

  test('is at most 300 letters on one line, and can be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const beginning = beginningOf(text)
        expect([...beginning].length).toBeLessThanOrEqual(300)
        expect(beginning).toMatch(/^[^\0\r\n\p{Cs}]*$/u)
      }),
    )
  })

  test('of markup is its words', () => {
    expect(
      beginningOf(wordsOf('<style>p{}</style><p>Price: 5 &lt; 6&nbsp;USD</p><script>x()</script><div>ok&#33;</div>')),
    ).toBe('Price: 5 < 6 USD ok!')
  })
})
