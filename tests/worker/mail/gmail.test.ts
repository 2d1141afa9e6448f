import PostalMime, { type Address } from 'postal-mime'
import { describe, expect, inject, test } from 'vitest'
import { Message } from '#shared/api.ts'
import { type MailTrouble, readMessage } from '../../../worker/src/mail/gmail.ts'

const { url, faults, mails, mailboxes } = inject('gmail')
const [mia, leo] = mailboxes
if (!mia || !leo) throw new Error('two mailboxes are needed')

const inMailbox = (id: string, access = mia.token) =>
  readMessage({ gmailApi: url, access, message: 'for-this-mail', messageId: mia.ids[id] ?? id })

const atFault = (messageId: string) =>
  readMessage({ gmailApi: faults, access: 'ya29.access', message: 'for-this-mail', messageId })

const asked = async (fault: string) => (await fetch(`${faults}/asked/${fault}`)).json<Asked>()
interface Asked {
  readonly times: number
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** A mail’s headers as postal-mime reads them in the whole mail. */
async function expected(raw: string) {
  const mail = await PostalMime.parse(Uint8Array.from(atob(raw), (byte) => byte.charCodeAt(0)))
  const people = (list: readonly (Address | undefined)[] = []) =>
    list
      .flatMap((entry) => entry?.group ?? entry ?? [])
      .flatMap(({ name, address }) => (address ? [{ name: name || null, address }] : []))
  return {
    from: people([mail.from])[0] ?? null,
    to: people(mail.to),
    cc: people(mail.cc),
    subject: mail.subject?.trim() ?? null,
  }
}

describe('a mail is read as its sender wrote it', () => {
  test.each(mails)('$id', async ({ id, raw }) => {
    const reading = await inMailbox(id)
    if (reading.kind !== 'read') throw new Error(reading.kind)
    expect(reading.message).toMatchObject(await expected(raw))
    expect(Message.safeParse(reading.message).success).toBe(true)
    expect(reading.message.conversationId).toMatch(/^thread-f:\d+$/)
  })

  test('whole, with the instant at which it came and the id by which every host knows it', async () => {
    expect(await inMailbox('02_de_anfrage')).toEqual({
      kind: 'read',
      message: {
        messageId: '<9f1e4c2b-0806@mail.gartenwelt-baumann.example>',
        conversationId: expect.stringMatching(/^thread-f:/),
        from: { name: 'Brüggemann, Jürgen', address: 'j.brueggemann@gartenwelt-baumann.example' },
        to: [{ name: 'Bluewhale Outdoor Sales', address: 'sales@bluewhale-outdoor.example' }],
        cc: [],
        subject: 'Anfrage Klappsessel / Rolltische / Isolierflaschen - Saison 2027 für Gartenwelt Baumann',
        sentAt: '2026-08-06T06:17:45.000Z',
        replyTo: [],
        inReplyTo: null,
        references: [],
      },
    })
  })

  test.each([
    ['06_ar_sa_inquiry', 'فهد الحربي'],
    ['07_fr_demande_prix', 'Hélène Chauvière'],
    ['gb18030', '询价'],
    ['shift-jis', '見積'],
    ['iso-2022-jp', '見積'],
    ['euc-kr', '견적'],
    ['big5', '報價'],
    ['koi8-r', 'Запрос'],
  ])('%s: by the name of %s', async (id, name) => {
    expect(await inMailbox(id)).toMatchObject({ message: { from: { name } } })
  })
})

describe('a mail is read by its reader alone', () => {
  test('somebody else’s mail is gone', async () => {
    expect(await inMailbox('02_de_anfrage', leo.token)).toEqual({ kind: 'mail_gone' })
    expect(await inMailbox(leo.ids['02_de_anfrage'] ?? '', leo.token)).toMatchObject({ kind: 'read' })
  })

  test('a mail that is not there is gone', async () => {
    expect(await inMailbox('msg-f:1')).toEqual({ kind: 'mail_gone' })
  })
})

describe('Gmail is asked', () => {
  test('for the headers alone, with both tokens, and by the id as it is', async () => {
    await atFault('plain')
    const { url, headers } = await asked('plain')
    const { pathname, searchParams } = new URL(url, faults)
    expect(pathname).toBe('/gmail/v1/users/me/messages/plain')
    expect([...searchParams].sort()).toEqual([
      ['format', 'metadata'],
      ...['Cc', 'Date', 'From', 'In-Reply-To', 'Message-ID', 'References', 'Reply-To', 'Subject', 'To'].map((name) => [
        'metadataHeaders',
        name,
      ]),
    ])
    expect(headers).toMatchObject({ authorization: 'Bearer ya29.access', 'x-goog-gmail-access-token': 'for-this-mail' })
  })

  test('and answers compressed', async () => {
    expect(await atFault('gzip')).toMatchObject({ kind: 'read', message: { subject: 'Camp chairs' } })
    expect((await asked('gzip')).headers['accept-encoding']).toContain('gzip')
  })
})

const TROUBLES: [string, MailTrouble][] = [
  ['signed-out', 'signed_out'],
  ['not-allowed', 'not_allowed'],
  ['domain-policy', 'not_allowed'],
  ['plain-403', 'not_allowed'],
  ['gone', 'mail_gone'],
  ['busy', 'gmail_busy'],
  ['user-rate', 'gmail_busy'],
  ['rate', 'gmail_busy'],
  ['daily', 'gmail_busy'],
  ['broken', 'gmail_silent'],
  ['unavailable', 'gmail_silent'],
  ['closes', 'gmail_silent'],
  ['closes-midway', 'gmail_silent'],
  ['bad-request', 'unreadable'],
  ['moved', 'unreadable'],
  ['html', 'unreadable'],
  ['empty', 'unreadable'],
  ['half-json', 'unreadable'],
  ['no-payload', 'unreadable'],
  ['other-shapes', 'unreadable'],
  ['huge', 'unreadable'],
  ['bomb', 'unreadable'],
]

describe('what goes wrong has a name of its own, and Gmail is asked once', () => {
  test.each(TROUBLES)('%s: %s', async (fault, kind) => {
    const before = (await asked(fault)).times
    expect(await atFault(fault)).toEqual({ kind })
    expect((await asked(fault)).times).toBe(before + 1)
  })

  test('nobody there: gmail_silent', async () => {
    const mail = { gmailApi: 'http://127.0.0.1:1', access: 'a', message: 'b', messageId: 'c' }
    expect(await readMessage(mail)).toEqual({ kind: 'gmail_silent' })
  })

  test('the tokens do not go where Gmail points', async () => {
    const before = (await asked('plain')).times
    await atFault('moved')
    expect((await asked('plain')).times).toBe(before)
  })

  test('who does not answer in time is silent, at whatever point it stops', async () => {
    const began = Date.now()
    const readings = await Promise.all(['hangs', 'stops-after-headers', 'trickles'].map(atFault))
    expect(readings).toEqual(Array(3).fill({ kind: 'gmail_silent' }))
    expect(Date.now() - began).toBeGreaterThan(2_000)
    expect(Date.now() - began).toBeLessThan(3_000)
  })
})

describe('an odd mail is no trouble', () => {
  test('a mail without headers', async () => {
    expect(await atFault('no-headers')).toEqual({
      kind: 'read',
      message: {
        messageId: null,
        conversationId: null,
        from: null,
        to: [],
        cc: [],
        subject: null,
        sentAt: null,
        replyTo: [],
        inReplyTo: null,
        references: [],
      },
    })
  })

  test('a mail to twenty thousand people is cut, not refused', async () => {
    const reading = await atFault('circular')
    if (reading.kind !== 'read') throw new Error(reading.kind)
    expect(Message.safeParse(reading.message).success).toBe(true)
    expect(reading.message.from).toEqual({ name: 'Ana Souza', address: 'ana@trilha.example' })
    expect(reading.message.to).toHaveLength(500)
    expect(reading.message.to?.[0]).toEqual({ name: 'Buyer', address: 'buyer0@shop.example' })
    expect(reading.message.subject).toBe('椅'.repeat(20_000))
  })
})
