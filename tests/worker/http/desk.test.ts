import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../../worker/src/app.ts'
import type { App } from '../../../worker/src/http/app-types.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { aFirm, app, issuers, NOW, newId, plant } from '../firm.ts'

/** Static files of which every path with an extension is one but `absent.js`. */
const ASSETS = {
  fetch: async ({ url }: Request) =>
    url.endsWith('absent.js') ? new Response('', { status: 404 }) : new Response(`file ${new URL(url).pathname}`),
} as unknown as Fetcher

const get = (path: string, through: App = app) => through.request(path, {}, { DB: env.DB, ASSETS })

describe('the pages', () => {
  const record = '01K00000000000000000000001'

  test.each(['/desk/', `/desk/customers/${record}`, `/desk/orders/${record}`, `/desk/inquiries/${record}`])(
    '%s is the desk, for whoever asks: what it shows it asks for itself',
    async (path) => {
      const answer = await get(path)
      expect([answer.status, await answer.text()]).toEqual([200, 'file /desk/desk.html'])
    },
  )

  test('the board has a page of its own, kept by no browser', async () => {
    const answer = await get('/desk/board')
    expect([answer.status, await answer.text()]).toEqual([200, 'file /desk/board.html'])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('without the last slash one is led there', async () => {
    const answer = await get('/desk')
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/desk/'])
  })

  test.each(['/desk/orders', '/desk/orders/SO-1', `/desk/users/${record}`])(
    '%s is none, and the page says so',
    async (path) => {
      const answer = await get(path)
      expect([answer.status, await answer.text()]).toEqual([404, 'file /desk/desk.html'])
    },
  )

  test('a file that is not there is not found', async () => {
    expect((await get('/desk/absent.js')).status).toBe(404)
  })

  test.each(['/desk/', '/desk/board', '/desk/orders/x', '/desk/desk.js'])(
    '%s is framed by nobody, runs nothing inline or from elsewhere, and tells nobody where one was',
    async (path) => {
      const { headers } = await get(path)
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toMatch(/^default-src 'none';/)
      for (const rule of ["script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'self'"]) {
        expect(policy.split('; ')).toContain(rule)
      }
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )
})

test('the page is told who can sign somebody in: where nobody can, it says that', async () => {
  const none = createApp({ now: () => NOW, newId, issuers: [], version: 'test' })
  const answers = await Promise.all([get('/desk/settings.json'), get('/desk/settings.json', none)])
  expect(await Promise.all(answers.map((one) => one.json()))).toEqual([{ signIn: ['local'] }, { signIn: [] }])
})

describe('the way there', () => {
  const link = async (body: object, through = app, origin = 'http://localhost') => {
    const firm = await aFirm()
    const inquiry = anInquiry({ id: newId() })
    await plant(firm.tenantId, { inquiry: [inquiry] })
    const records = { customer: firm.customer.id, order: firm.order.id, inquiry: inquiry.id }
    const { type = null, ...rest } = body as { type?: keyof typeof records }
    const asked = { ...rest, ...(type ? { record: { type, id: records[type] } } : {}) }
    const response = await through.request(
      `${origin}/v1/panel`,
      {
        method: 'POST',
        headers: { Authorization: `Bearer ${firm.tokens.david}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(asked),
      },
      { DB: env.DB, ASSETS },
      { waitUntil: () => {}, passThroughOnException: () => {}, props: {} } as unknown as ExecutionContext,
    )
    const panel = (await response.json()) as { sections: { key: string; summary: { href: string }[] }[] }
    const href = panel.sections.at(-1)?.key === 'desk' ? panel.sections.at(-1)?.summary[0]?.href : undefined
    return type ? href?.replace(records[type], 'ID') : href
  }
  const beside = { message: { from: { address: 'thiago.nunes@trilhasul.example' } } }

  test.each([
    ['a customer’s panel', { type: 'customer' }, 'http://localhost/desk/customers/ID'],
    ['an order’s', { type: 'order' }, 'http://localhost/desk/orders/ID'],
    ['an inquiry’s', { type: 'inquiry' }, 'http://localhost/desk/inquiries/ID'],
  ])('stands at the end of %s', async (_, body, href) => {
    expect(await link(body)).toBe(href)
  })

  test('stands at the end of the panel without a mail, and beside one leads to its customer', async () => {
    expect(await link({})).toBe('http://localhost/desk/')
    expect(await link(beside)).toMatch(/^http:\/\/localhost\/desk\/customers\/[0-9A-Z]{26}$/)
  })

  test.each([
    ['gm', ['', 'board', 'staff', 'panel-layout', 'privacy']],
    ['admin', ['', 'staff', 'panel-layout']],
    ['dpo', ['', 'privacy']],
    ['sales_rep', ['', 'board']],
  ])('without a mail a %s is led to the pages of the desk that are for them', async (role, ways) => {
    const firm = await aFirm()
    await env.DB.prepare('UPDATE users SET roles = ? WHERE tenant_id = ? AND id = ?')
      .bind(JSON.stringify([role]), firm.tenantId, firm.david.id)
      .run()
    const { body } = await firm.call('POST', '/v1/panel', { host: 'outlook' })
    expect(body.sections.at(-1).summary.map(({ href }: { href: string }) => href)).toEqual(
      ways.map((way) => `http://localhost/desk/${way}`),
    )
  })

  test('is none beside a stranger’s mail, and none at the desk itself', async () => {
    expect(await link({ message: { from: { address: 'a@b.example' } } })).toBeUndefined()
    expect(await link({ type: 'order', host: 'desk' })).toBeUndefined()
    expect(await link({ host: 'desk' })).toBeUndefined()
  })

  test('leads to where the app is told that people reach it, whatever the request says', async () => {
    const behindProxy = createApp({
      now: () => NOW,
      newId,
      issuers,
      version: 'test',
      origin: 'https://quayside.example',
    })
    expect(await link({ type: 'order' }, behindProxy, 'http://10.0.0.7:8080')).toBe(
      'https://quayside.example/desk/orders/ID',
    )
  })
})
