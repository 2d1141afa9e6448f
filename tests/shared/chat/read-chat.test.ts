import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChat } from '#shared/chat/read-chat.ts'

const said = (text: string, order: Parameters<typeof readChat>[1] = null) => {
  const read = readChat(text, order)
  return read.kind === 'read' ? read.messages.map(({ at, author, text }) => [at, author, text]) : read
}

const TWO = [
  ['2026-10-19T14:05:00', 'Ana Souza', 'Hello, is the PI ready?'],
  ['2026-10-19T14:07:00', 'Mia', 'Yes:\n1. tents\n2. lanterns'],
]

describe('an exported conversation', () => {
  test.each([
    [
      'Android, day first',
      '19/10/2026, 14:05 - Ana Souza: Hello, is the PI ready?\n19/10/2026, 14:07 - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'Android, American',
      '10/19/26, 2:05 PM - Ana Souza: Hello, is the PI ready?\n10/19/26, 2:07\u202fPM - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'Android, German',
      '19.10.26, 14:05 - Ana Souza: Hello, is the PI ready?\n19.10.26, 14:07 - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'Android, Portuguese without a comma',
      '19/10/2026 14:05 - Ana Souza: Hello, is the PI ready?\n19/10/2026 14:07 - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'Android, Spanish halves of the day',
      '19/10/26, 2:05 p. m. - Ana Souza: Hello, is the PI ready?\n19/10/26, 2:07 p. m. - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'Android, Chinese',
      '2026/10/19 下午2:05 - Ana Souza: Hello, is the PI ready?\n2026/10/19 下午2:07 - Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'iPhone',
      '\u200e[19/10/2026, 14:05:00] Ana Souza: Hello, is the PI ready?\r\n[19/10/2026, 14:07:00] ~ Mia: Yes:\r\n1. tents\r\n2. lanterns',
    ],
    [
      'iPhone, American',
      '[10/19/26, 2:05:00 PM] Ana Souza: Hello, is the PI ready?\n[10/19/26, 2:07:00 PM] Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'iPhone, Chinese',
      '[2026/10/19 14:05:00] Ana Souza: Hello, is the PI ready?\n[2026/10/19 14:07:00] Mia: Yes:\n1. tents\n2. lanterns',
    ],
    [
      'WeChat, name before',
      'Ana Souza 2026-10-19 14:05:00\nHello, is the PI ready?\nMia 2026-10-19 14:07:00\nYes:\n1. tents\n2. lanterns',
    ],
    [
      'WeChat, date in characters',
      'Ana Souza 2026年10月19日 14:05\nHello, is the PI ready?\n\nMia 2026年10月19日 14:07\nYes:\n1. tents\n2. lanterns',
    ],
    [
      'WeChat, date before',
      '2026-10-19 14:05:00 Ana Souza\nHello, is the PI ready?\n2026-10-19 14:07:00 Mia\nYes:\n1. tents\n2. lanterns',
    ],
    [
      'WeChat, date on a line of its own',
      '—— 2026-10-19 14:05 ——\nAna Souza：Hello, is the PI ready?\n—— 2026-10-19 14:07 ——\nMia：Yes:\n1. tents\n2. lanterns',
    ],
  ])('is read: %s', (_, text) => {
    expect(said(text)).toEqual(TWO)
  })

  test('has no lines that nobody wrote, and says where something was not exported', () => {
    expect(
      said(
        [
          '19/10/2026, 14:00 - Messages and calls are end-to-end encrypted. Tap to learn more.',
          '19/10/2026, 14:05 - Ana: <Media omitted>',
          '19/10/2026, 14:06 - Ana: <Arquivo de mídia oculto>',
          '19/10/2026, 14:07 - Ana added Bo',
          '19/10/2026, 14:08 - Ana: IMG-2026.jpg (file attached)',
        ].join('\n'),
      ),
    ).toEqual([
      ['2026-10-19T14:05:00', 'Ana', '[…]'],
      ['2026-10-19T14:06:00', 'Ana', '[…]'],
      ['2026-10-19T14:08:00', 'Ana', 'IMG-2026.jpg (file attached)'],
    ])
    expect(said('[19/10/2026, 14:05:00] Ana: \u200eimage omitted\n[19/10/2026, 14:06:00] Ana: ok')).toEqual([
      ['2026-10-19T14:05:00', 'Ana', '[…]'],
      ['2026-10-19T14:06:00', 'Ana', 'ok'],
    ])
  })

  test('tells day from month by all of its dates, by their course, or asks', () => {
    const chat = (...dates: string[]) => dates.map((date) => `${date}, 14:05 - Ana: x`).join('\n')
    const days = (text: string, order: Parameters<typeof readChat>[1] = null) => {
      const read = readChat(text, order)
      return read.kind === 'read' ? read.messages.map(({ at }) => at.slice(0, 10)) : read
    }
    expect(days(chat('03/10/2026', '14/10/2026'))).toEqual(['2026-10-03', '2026-10-14'])
    expect(days(chat('10/03/2026', '10/14/2026'))).toEqual(['2026-10-03', '2026-10-14'])
    // By month first, the third would lie before the second.
    expect(days(chat('01/09/2026', '02/09/2026', '03/09/2026', '01/10/2026'))).toEqual([
      '2026-09-01',
      '2026-09-02',
      '2026-09-03',
      '2026-10-01',
    ])
    expect(days(chat('03/10/2026'))).toEqual({ kind: 'ambiguous', example: '03/10/2026' })
    expect(days(chat('03/10/2026'), 'mdy')).toEqual(['2026-03-10'])
    expect(days(chat('10/10/2026'))).toEqual(['2026-10-10'])
    expect(days(chat('13/10/2026'), 'mdy')).toEqual(['2026-10-13'])
  })

  test('that is none is none', () => {
    for (const none of ['', 'hello', 'Dear Mia,\nplease ship on 19/10/2026.\nAna', '[x] y: z']) {
      expect(readChat(none)).toEqual({ kind: 'unknown' })
    }
  })

  test('noon and midnight are where they are', () => {
    const at = (time: string) => (said(`10/19/26, ${time} - Ana: x\n10/20/26, 1:00 PM - Ana: y`) as string[][])[0]?.[0]
    expect(at('12:05 AM')).toBe('2026-10-19T00:05:00')
    expect(at('12:05 PM')).toBe('2026-10-19T12:05:00')
    expect(at('下午12:05')).toBe('2026-10-19T12:05:00')
    expect(at('凌晨12:05')).toBe('2026-10-19T00:05:00')
    expect(at('中午1:05')).toBe('2026-10-19T13:05:00')
  })

  test('of any text at all is answered, and what is written as one is read as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => void readChat(text)))
    const word = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/)
    const message = fc.record({
      day: fc.integer({ min: 13, max: 28 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      author: word,
      text: word,
    })
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 30 }), (messages) => {
        const time = (minute: number) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const text = messages.map(
          ({ day, minute, author, text }) => `${day}/10/2026, ${time(minute)} - ${author}: ${text}`,
        )
        const wanted = messages.map(({ day, minute, author, text }) => [
          `2026-10-${day}T${time(minute)}:00`,
          author,
          text,
        ])
        expect(said(text.join('\n'))).toEqual(wanted)
      }),
    )
  })
})
