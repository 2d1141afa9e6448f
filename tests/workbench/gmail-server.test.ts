import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startGmailServer } from '../../workbench/gmail-server.ts'
import { readMailFolder } from '../../workbench/src/mailbox/read-folder.ts'
import { firm } from './demo-reading.ts'

const WENDY = 'wendy.li@bluewhale-outdoor.example'
const LEO = 'leo.sun@bluewhale-outdoor.example'

const samples = await readMailFolder(resolve(import.meta.dirname, '../../workbench/mails'))
const mails = [...samples, ...firm.mails.map((mail) => ({ ...mail, raw: Buffer.from(mail.raw) }))]
const server = await startGmailServer({ mails, owners: [WENDY, LEO] })
afterAll(() => server.stop())

async function asked(id: string, token: string | null, format = 'metadata') {
  const response = await fetch(`${server.url}/gmail/v1/users/me/messages/${encodeURIComponent(id)}?format=${format}`, {
    headers: token === null ? {} : { Authorization: `Bearer ${token}` },
  })
  return { status: response.status, body: await response.json() }
}

describe('a mailbox of one’s own', () => {
  test.each([WENDY, LEO])('%s has every mail, byte by byte', async (owner) => {
    expect(mails.length).toBeGreaterThan(samples.length)
    for (const { id, raw, folder } of mails) {
      const { status, body } = await asked(server.idOf(owner, id), server.tokenOf(owner), 'raw')
      expect([status, body.labelIds]).toEqual([200, [folder === 'inbox' ? 'INBOX' : 'SENT']])
      expect(Buffer.from(body.raw, 'base64url').equals(raw)).toBe(true)
    }
  })

  test('somebody else’s mail is not there, whoever asks', async () => {
    const id = server.idOf(LEO, '02_de_anfrage')
    expect(id).not.toBe(server.idOf(WENDY, '02_de_anfrage'))
    expect((await asked(id, server.tokenOf(LEO))).status).toBe(200)
    expect((await asked(id, server.tokenOf(WENDY))).status).toBe(404)
    expect((await asked(id, 'ya29.made-up')).status).toBe(404)
    expect((await asked(id, null)).status).toBe(401)
  })

  test('an owner or a mail that it was not given is an error', () => {
    expect(() => server.tokenOf('nobody@quayside.example')).toThrow(RangeError)
    expect(() => server.idOf(WENDY, 'no-such-mail')).toThrow(RangeError)
    expect(() => server.threadOf(WENDY, 'no-such-mail')).toThrow(RangeError)
    expect(() => server.idOf('mia.zhao@bluewhale-outdoor.example', '02_de_anfrage')).toThrow(RangeError)
  })
})

describe('ids', () => {
  test('look like Gmail’s and are the same at the next start', async () => {
    const again = await startGmailServer({ mails: samples, owners: [WENDY] })
    await again.stop()
    for (const { id } of samples) {
      expect(server.idOf(WENDY, id)).toMatch(/^msg-f:\d{1,19}$/)
      expect(again.idOf(WENDY, id)).toBe(server.idOf(WENDY, id))
    }
  })

  test('mails of one conversation share its id, others do not', async () => {
    const threads = await Promise.all(
      mails.map(async ({ id }) => (await asked(server.idOf(WENDY, id), server.tokenOf(WENDY))).body.threadId),
    )
    for (const thread of threads) expect(thread).toMatch(/^thread-f:\d{1,19}$/)
    expect(threads).toEqual(mails.map(({ id }) => server.threadOf(WENDY, id)))
    expect(new Set(threads).size).toBeGreaterThan(samples.length - 1)
    expect(new Set(threads).size).toBeLessThan(mails.length)
  })
})
