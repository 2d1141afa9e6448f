import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { rawWithin } from '../../../worker/src/mail/gmail-raw.ts'
import { aFirm, type Firm } from '../firm.ts'
import { cardOf, gmailOf, TRILHA, tokenOf } from '../gmail-stage.ts'

// The first use of what is loaded late has it compiled; a test of time would count that.
beforeAll(() =>
  Promise.all([import('../../../worker/src/mail/gmail-call.ts'), import('../../../worker/src/http/gmail-file.ts')]),
)

const raw = inject('gmail').mails.find(({ id }) => id === TRILHA)?.raw ?? ''

const items = async ({ tenantId }: Firm) =>
  (await env.DB.prepare("SELECT * FROM interactions WHERE tenant_id = ? AND kind = 'mail'").bind(tenantId).all())
    .results

describe('in Gmail', () => {
  test('one press files the mail as Gmail has it, and the card says by whom; the same mail by hand is the same item', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const answer = await send('press', { pressed: tokenOf(cardOf(await send('message')), 'File this mail') })
    expect(answer.text).toContain('Filed by Mia Zhao, just now')
    const [item] = await items(firm)
    expect(item).toMatchObject({ customer_id: firm.customer.id, source: 'gmail', filed_how: 'manual' })
    expect(item?.content_hash).toMatch(/^[\da-f]{64}$/)
    expect(item?.provider_thread).not.toBeNull()
    const again = await firm.call('POST', `/v1/mails?customer=${firm.customer.id}`, atob(raw), {
      headers: { 'Content-Type': 'message/rfc822' },
    })
    expect(again.body).toMatchObject({ outcome: 'already', id: item?.id, filed_by_name: 'Mia Zhao' })
    const undone = await send('press', { pressed: tokenOf(cardOf(await send('message')), 'Undo filing') })
    expect(undone.text).toContain('File this mail')
    expect(await items(firm)).toEqual([])
  })
})

describe('a mail within Gmail’s answer', () => {
  const stream = (text: string, size: number) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        const bytes = new TextEncoder().encode(text)
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
  const answer = (mail: string) =>
    `{"id": "1", "snippet": "raw: x", "raw" : "${btoa(mail).replaceAll('+', '-').replaceAll('/', '_')}", "sizeEstimate": 9}`

  test('is read wherever its answer is broken', async () => {
    for (const size of [1, 2, 3, 7, 50, 10_000]) {
      const mail = 'From: a@b.example\r\n\r\n>>>???~~~ letters'
      const read = await rawWithin(stream(answer(mail), size), 1000)
      expect(new TextDecoder().decode(read as Uint8Array)).toBe(mail)
    }
  })

  test('is refused where it is too large, and null where there is none', async () => {
    expect(await rawWithin(stream(answer('x'.repeat(1001)), 100), 1000)).toBe('too_large')
    expect((await rawWithin(stream(answer('x'.repeat(1000)), 100), 1000)) as Uint8Array).toHaveLength(1000)
    expect(await rawWithin(stream('{"id": "1"}', 5), 1000)).toBeNull()
    expect(await rawWithin(stream(answer('abcdef').slice(0, -30), 5), 1000)).toBeNull()
  })
})
