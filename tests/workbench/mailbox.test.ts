import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { summaryOf } from '../../workbench/src/mailbox/mail.ts'
import { parseMail, parseMails } from '../../workbench/src/mailbox/parse.ts'
import { readMailFolder } from '../../workbench/src/mailbox/read-folder.ts'
import { sentAtOf } from '../../workbench/src/mailbox/sent-at.ts'
import { aMail, encodedMail } from './a-mail.ts'

const OWN_FOLDER = join(import.meta.dirname, '../../workbench/mails')
const samples = await parseMails(await readMailFolder(OWN_FOLDER))
const sample = (id: string) => {
  const mail = samples.find((one) => one.id === id)
  if (!mail) throw new Error(`no sample ${id}`)
  return mail
}

describe('any folder of mails', async () => {
  const mails = await parseMails(await readMailFolder(process.env.QUAYSIDE_MAILS ?? OWN_FOLDER))

  test('each file is one mail, under an id of its own that is safe in an address', () => {
    expect(mails.length).toBeGreaterThan(0)
    expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length)
    for (const { id } of mails) expect(id).toMatch(/^[\w-]+$/)
  })

  test('the newest is first', () => {
    const instants = mails.flatMap(({ sentAt }) => (sentAt ? Date.parse(sentAt) : []))
    expect(instants).toEqual(instants.toSorted((one, other) => other - one))
  })

  test('no text is left undecoded or decoded by the wrong charset', () => {
    for (const { subject, from, text } of mails) {
      const words = `${subject} ${from?.name} ${text}`
      expect(words).not.toMatch(/=\?[\w-]+\?[qb]\?/i)
      // A replacement character, or a control character where windows-1252 has a dash or the euro.
      expect(words).not.toMatch(/[\ufffd\u0080-\u009f]/)
    }
  })
})

describe('the sample mails', () => {
  test('umlauts of ISO-8859-15 come out right in names, subjects and text', () => {
    const mail = sample('02_de_anfrage')
    expect(mail.from).toEqual({ name: 'Brüggemann, Jürgen', address: 'j.brueggemann@gartenwelt-baumann.example' })
    expect(mail.subject).toBe('Anfrage Klappsessel / Rolltische / Isolierflaschen - Saison 2027 für Gartenwelt Baumann')
    expect(mail.text).toContain('inhabergeführter Großhandel für Garten- und Campingmöbel')
  })

  test('the dash and the euro of windows-1252 come out right', () => {
    const mail = sample('07_fr_demande_prix')
    expect(mail.subject).toBe('Demande de prix – bouteilles isothermes 500 ml et lampes de camping')
    expect(mail.text).toContain('3,85 € la bouteille')
  })

  test('Arabic comes out right, as text and as HTML', () => {
    const mail = sample('06_ar_sa_inquiry')
    expect(mail.from?.name).toBe('فهد الحربي')
    expect(mail.subject).toBe('طلب عرض أسعار - كراسي وفوانيس تخييم - CIF جدة')
    expect(mail.text).toContain('٤٬٠٠٠')
    expect(mail.html).toContain('<html dir="rtl" lang="ar">')
  })

  test('a reply belongs to the thread of the mail it began with', () => {
    expect(sample('03_br_resposta_cotacao')).toMatchObject({
      messageId: '<CAKx8f0904trilha@mail.trilhasul.example>',
      inReplyTo: '<20260902221400.QT0412@bluewhale-outdoor.example>',
      references: ['<CAKx8f0901trilha@mail.trilhasul.example>', '<20260902221400.QT0412@bluewhale-outdoor.example>'],
      conversationId: '<CAKx8f0901trilha@mail.trilhasul.example>',
      cc: [{ name: 'Financeiro Trilha Sul', address: 'financeiro@trilhasul.example' }],
      sentAt: '2026-09-04T10:05:33-03:00',
    })
  })

  test('attachments are told by name, kind and size', () => {
    expect(sample('04_mx_plataforma').attachments).toEqual([
      { name: 'logo_altavista.pdf', mime: 'application/pdf', bytes: 561 },
      { name: 'especificaciones termo 750.pdf', mime: 'application/pdf', bytes: 560 },
    ])
  })

  test('where replies go is told apart from who wrote', () => {
    expect(sample('11_extra_fraud_bank_change')).toMatchObject({
      from: { address: 'thiago.nunes@trilhasu1.example' },
      replyTo: [{ address: 'thiago.nunes.trilha@freemail.example' }],
    })
  })
})

describe('charsets of the East', () => {
  test.each([
    { charset: 'gb18030', bytes: [0xd1, 0xaf, 0xbc, 0xdb, 0x95, 0x32, 0x82, 0x36], text: '询价𠀀' },
    { charset: 'iso-2022-jp', bytes: [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], text: '日本' },
  ])('$charset comes out right in the text and in the subject', async ({ charset, bytes, text }) => {
    const word = `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`
    const mail = await parseMail(
      encodedMail(charset, bytes, { headers: { Subject: word, From: `${word} <a@b.example>` } }),
    )
    expect(mail).toMatchObject({ text, subject: text, from: { name: text } })
  })
})

describe('mails that lack something', () => {
  test('a mail without From, Message-ID, Date and subject is listed and read like any other', async () => {
    const headers = { From: null, To: null, Subject: null, Date: null, 'Message-ID': null }
    const mail = await parseMail(aMail({ headers, body: 'Only this' }))
    expect(mail).toMatchObject({
      from: null,
      to: [],
      subject: '',
      sentAt: null,
      messageId: null,
      conversationId: null,
      references: [],
    })
    expect(mail.text.trim()).toBe('Only this')
    expect(summaryOf(mail)).toMatchObject({ from: null, subject: '', sentAt: null, preview: 'Only this' })
  })

  test('an empty file is an empty mail', async () => {
    expect(await parseMail({ id: 'nothing', folder: 'inbox', raw: new Uint8Array() })).toMatchObject({
      text: '',
      from: null,
    })
  })

  test('a mail without a date comes after all the others', async () => {
    const dateless = aMail({ id: 'dateless', headers: { Date: null } })
    const old = aMail({ id: 'old', headers: { Date: 'Thu, 01 Jan 1998 00:00:00 +0000' } })
    expect((await parseMails([dateless, old])).map(({ id }) => id)).toEqual(['old', 'dateless'])
  })

  test('a sender who is only a name is nobody that could be looked up', async () => {
    expect((await parseMail(aMail({ headers: { From: 'Ana Souza' } }))).from).toBeNull()
  })

  test('a group of recipients gives its members, an undisclosed one nobody', async () => {
    const headers = { To: 'Buyers: ana@a.example, Bo <bo@b.example>;', Cc: 'undisclosed-recipients:;' }
    expect(await parseMail(aMail({ headers }))).toMatchObject({
      to: [{ address: 'ana@a.example' }, { name: 'Bo', address: 'bo@b.example' }],
      cc: [],
    })
  })

  test('a mail nested past all limits is shown as it came', async () => {
    const depth = 300
    const open = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    const mail = await parseMail({ id: 'deep', folder: 'inbox', raw: Buffer.from(`Subject: deep\r\n${open.join('')}`) })
    expect(mail.text).toContain('boundary=b299')
  })

  test('a mail only in HTML can be read as text, without its styles and scripts', async () => {
    const html = '<style>p{color:red}</style><p>Caf&eacute; &lt;b&gt; &#20320;&#x597d;<br>two</p><script>no()</script>'
    const mail = await parseMail(aMail({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html }))
    expect(mail.text).toBe('Café <b> 你好\ntwo')
    expect(mail.html).toContain('<style>')
  })
})

describe('when a mail was sent', () => {
  test.each([
    ['the sender’s own offset is kept', 'Fri, 04 Sep 2026 10:05:33 -0300', '2026-09-04T10:05:33-03:00'],
    ['offsets may have minutes', 'Fri, 04 Sep 2026 10:05:33 +0530', '2026-09-04T10:05:33+05:30'],
    ['a comment behind the zone is no part of it', 'Mon, 6 Jul 2026 16:42:11 -0700 (PDT)', '2026-07-06T16:42:11-07:00'],
    ['Greenwich is UTC', 'Fri, 04 Sep 2026 10:05:33 GMT', '2026-09-04T10:05:33Z'],
    ['an old name of a zone is understood', 'Fri, 04 Sep 2026 10:05:33 EST', '2026-09-04T15:05:33Z'],
    ['an unknown name is UTC', 'Fri, 04 Sep 2026 10:05:33 XYZT', '2026-09-04T10:05:33Z'],
    ['no zone is UTC, wherever this runs', 'Fri, 04 Sep 2026 10:05:33', '2026-09-04T10:05:33Z'],
    ['-0000 tells no zone', 'Fri, 04 Sep 2026 10:05:33 -0000', '2026-09-04T10:05:33Z'],
    ['an impossible offset is not passed on', 'Fri, 04 Sep 2026 10:05:33 +9999', '2026-09-04T10:05:33Z'],
    ['what is no date is none', 'nonsense', null],
    ['a missing header is none', undefined, null],
  ])('%s', (_, header, sentAt) => {
    expect(sentAtOf(header)).toBe(sentAt)
  })
})
