import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aFirm, app, type Firm, newId, wholeDatabase } from '../firm.ts'

/** Every string of the list as name, subject and note: stored or refused, never a failure, never live markup. */
describe.skipIf(env.NAUGHTY.length === 0)(
  'the big list of naughty strings (skipped where the corpora are missing)',
  () => {
    test('in a customer name: comes back as it was sent, or is refused with the field named', async () => {
      const firm = await aFirm()
      for (const name of env.NAUGHTY) {
        const answer = await firm.call('POST', '/v1/customers', { name, country: 'DE', timezone: 'Europe/Berlin' })
        if (answer.status === 201) expect(answer.body.name).toBe(name)
        else expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'name'])
      }
    })

    test('in a mail: the panel is drawn, and the string is never markup', async () => {
      const firm = await aFirm()
      for (const text of env.NAUGHTY) {
        const message = { from: { name: text, address: text }, subject: text, messageId: text }
        const answer = await firm.call('POST', '/v1/panel', { message }, { headers: { Accept: 'text/html' } })
        expect(answer.status).toBe(200)
        expect(liveMarkup(answer.text)).toEqual([])
      }
    })

    test('in a note: stands literally in the timeline', async () => {
      const firm = await aFirm()
      const body = (note: string) => ({
        target: { type: 'customer', id: firm.customer.id },
        input: { note },
        render: 'html',
      })
      for (const note of env.NAUGHTY) {
        const answer = await firm.call('POST', '/v1/actions/add-note', body(note), {
          headers: { 'Idempotency-Key': newId() },
        })
        expect([200, 422]).toContain(answer.status)
        for (const { html } of answer.body.sections) expect(liveMarkup(html)).toEqual([])
      }
    })
  },
)

test('bytes that are no UTF-8 are refused, not stored broken', async () => {
  const firm = await aFirm()
  const head = new TextEncoder().encode('{"country":"CN","timezone":"Asia/Shanghai","name":"')
  const body = new Uint8Array([...head, 0xc0, 0xb6, 0xbe, 0xa8, ...new TextEncoder().encode('"}')])
  const response = await app.request(
    '/v1/customers',
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${firm.tokens.david}` },
      body,
    },
    { DB: env.DB, ASSETS: undefined as never },
  )
  expect(response.status).toBe(400)
})

describe('whatever is sent', () => {
  const routes: [string, (firm: Firm) => string][] = [
    ['POST', () => '/v1/panel'],
    ['POST', () => '/v1/actions/add-note'],
    ['POST', () => '/v1/actions/advance-order'],
    ['POST', () => '/v1/sheets/pulls'],
    ['POST', () => '/v1/sheets/pushes'],
    ['POST', () => '/v1/customers'],
    ['PATCH', (firm) => `/v1/customers/${firm.customer.id}`],
  ]

  test.each(routes)(
    '%s %# with any JSON: never a failure, and nothing stored unless it says so',
    async (method, path) => {
      const firm = await aFirm()
      let before = await wholeDatabase(firm.tenantId)
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (body) => {
          const headers = { 'Idempotency-Key': newId(), 'If-Match': '"1"' }
          const answer = await firm.call(method, path(firm), JSON.stringify(body), { headers })
          expect(answer.status).toBeLessThan(500)
          const now = await wholeDatabase(firm.tenantId)
          if (answer.status >= 400) expect(now).toBe(before)
          before = now
        }),
        { numRuns: 60 },
      )
    },
  )

  test('a subject of 10 kB, a mail without From and without Message-ID, are mails like others', async () => {
    const firm = await aFirm()
    const long = await firm.call('POST', '/v1/panel', {
      message: { from: { address: 'a@b.example' }, subject: 'x'.repeat(10_000) },
    })
    expect(long.status).toBe(200)
    const bare = await firm.call('POST', '/v1/panel', { message: { to: [], subject: null } })
    expect(bare.body.order).toEqual(['sender'])
  })

  test.each([
    ['text/plain', '{}', 415],
    ['application/json', '', 400],
    ['application/json', 'null', 400],
    ['application/json', '[]', 400],
    ['application/json', '"x"', 400],
    ['application/json', '{"a":1,}', 400],
    ['application/json', '\u0000', 400],
    ['application/json', `${'['.repeat(20_000)}`, 400],
    ['application/json; charset=utf-8', '{}', 200],
    ['application/json; charset=gbk', '{}', 415],
    ['application/x-www-form-urlencoded', 'a=b', 415],
  ])('a body of %s %j answers %i', async (type, body, status) => {
    const firm = await aFirm()
    const answer = await firm.call('POST', '/v1/panel', body, { headers: { 'Content-Type': type } })
    expect(answer.status).toBe(status)
  })
})

/** Elements and attributes that no renderer of ours writes: whatever is here came out of a value. */
function liveMarkup(html: string): string[] {
  const bare = html.replace(/="[^"]*"/g, '=""')
  const elements = [...bare.matchAll(/<\/?([a-z][^\s>/]*)/gi)].map(([, name = '']) => name.toLowerCase())
  const ours =
    'article header h1 h2 p section div ul ol li dl dt dd bdi span details summary form label input select option textarea button strong small time a'
  return [
    ...elements.filter((name) => !ours.split(' ').includes(name)),
    ...(bare.match(/<[^>]*\s(on\w+|style|srcdoc|formaction)\s*=/gi) ?? []),
  ]
}
