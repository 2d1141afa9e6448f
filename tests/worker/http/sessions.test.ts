import { env } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../worker/src/app.ts'
import { change } from '../access/change.ts'
import { aBrowser, ORIGIN } from '../browser.ts'
import { aFirm, count, issuers, NOW, newId, tokenFor, wholeDatabase } from '../firm.ts'

const HOUR_MS = 3_600_000

/** The app with a clock that a test turns. */
function aClock() {
  const clock = { now: NOW }
  return { clock, through: createApp({ now: () => clock.now, newId, issuers, version: 'test' }) }
}

async function signedIn(person: 'david' | 'mia' = 'mia', options: Parameters<typeof aBrowser>[0] = {}) {
  const firm = await aFirm()
  const browser = aBrowser(options)
  expect((await browser.signIn(firm.tokens[person])).status).toBe(200)
  return { firm, browser }
}

const customers = '/v1/customers'

describe('signing in', () => {
  test('exchanges a token for a cookie that no script reads, that leaves this host never, and https only', async () => {
    const firm = await aFirm()
    const answer = await aBrowser().signIn(firm.tokens.mia)
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-quayside=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await answer.json()).toEqual({ id: firm.mia.id, alias: 'Mia Zhao', language: 'en', keepsAccess: false })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('on this very machine, without https, the cookie has a plain name', async () => {
    const { browser } = await signedIn('mia', { origin: 'http://127.0.0.1:8787' })
    expect(browser.cookie).toMatch(/^quayside=[\w-]{43}$/)
    const headers = { Origin: 'http://127.0.0.1:8787' }
    expect((await browser.fromPage('GET', customers, { headers })).status).toBe(200)
  })

  test('of the cookie only the SHA-256 is stored, and neither it nor the token is said in any log or answer', async () => {
    const said: unknown[] = []
    const spies = (['log', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...words) => void said.push(words)),
    )
    const { firm, browser } = await signedIn()
    const token = browser.cookie?.split('=')[1] ?? ''
    const answers = [
      await browser.fromPage('GET', '/desk/session'),
      await browser.fromPage('GET', `/v1/orders/${newId()}`),
      await browser.fromPage('POST', customers, { body: '{' }),
      await browser.ask('POST', customers, { body: {} }),
    ]
    const told = (await Promise.all(answers.map((one) => one.text()))).join() + JSON.stringify(said)
    for (const spy of spies) spy.mockRestore()
    const stored = await wholeDatabase(firm.tenantId)
    for (const secret of [token, firm.tokens.mia]) expect(told + stored).not.toContain(secret)
    const row = await env.DB.prepare('SELECT token_hash FROM sessions WHERE user_id = ?').bind(firm.mia.id).first()
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(told).not.toContain(row?.token_hash)
  })

  test('never takes over a cookie that was there before: whoever planted one knows nothing of the new one', async () => {
    const firm = await aFirm()
    const browser = aBrowser()
    const planted = `__Host-quayside=${'A'.repeat(43)}`
    browser.keep(planted)
    await browser.signIn(firm.tokens.mia)
    expect(browser.cookie).not.toBe(planted)
    const thief = aBrowser()
    thief.keep(planted)
    expect((await thief.fromPage('GET', customers)).status).toBe(401)
  })

  test('anew ends the session that this browser had', async () => {
    const { firm, browser } = await signedIn('mia')
    const before = browser.cookie
    await browser.signIn(firm.tokens.david)
    const other = aBrowser()
    other.keep(before)
    expect((await other.fromPage('GET', customers)).status).toBe(401)
    expect(await (await browser.fromPage('GET', '/desk/session')).json()).toMatchObject({ alias: 'David Chen' })
  })

  test('takes a token alone: a session begets no session', async () => {
    const { firm, browser } = await signedIn()
    expect((await browser.fromPage('POST', '/desk/session')).status).toBe(401)
    expect(await count('sessions', firm.tenantId)).toBe(1)
  })

  test.each([
    ['no token', async () => null],
    ['a token of somebody unknown', async () => tokenFor('nobody')],
    ['a token that is no more', async (subject: string) => tokenFor(subject, { exp: 1 })],
  ])('%s: 401, no cookie, nothing stored', async (_, make) => {
    const firm = await aFirm()
    const token = await make(`${firm.tenantId}/${firm.mia.email}`)
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
    const answer = await aBrowser().fromPage('POST', '/desk/session', { headers })
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([401, null])
    expect(await count('sessions', firm.tenantId)).toBe(0)
  })
})

describe('a session', () => {
  test('is the person it was begun by, in their firm and no other', async () => {
    const ours = await signedIn()
    const theirs = await signedIn()
    const answer = await ours.browser.fromPage('GET', `${customers}/${theirs.firm.customer.id}`)
    expect(answer.status).toBe(404)
    expect((await ours.browser.fromPage('GET', `${customers}/${ours.firm.customer.id}`)).status).toBe(200)
  })

  test('costs no round trip more than a token, and a token goes before it, a wrong one too', async () => {
    const { firm, browser } = await signedIn('mia')
    const trips = async (headers = {}) =>
      /trips=(\d+)/.exec(
        (await browser.fromPage('GET', customers, { headers })).headers.get('Server-Timing') ?? '',
      )?.[1]
    expect(await trips()).toBe(await trips({ Authorization: `Bearer ${firm.tokens.mia}` }))
    const as = (token: string) =>
      browser.fromPage('GET', '/desk/session', { headers: { Authorization: `Bearer ${token}` } })
    expect(await (await as(firm.tokens.david)).json()).toMatchObject({ alias: 'David Chen' })
    expect((await as('x.y.z')).status).toBe(401)
  })

  test('writes at the desk, whatever the page says of itself', async () => {
    const { firm, browser } = await signedIn('mia')
    const done = await browser.fromPage('POST', '/v1/actions/add-note', {
      body: { target: { type: 'customer', id: firm.customer.id }, input: { note: 'x' }, host: 'outlook' },
      headers: { 'Idempotency-Key': newId() },
    })
    expect(done.status).toBe(200)
    const { results } = await env.DB.prepare('SELECT surface, actor FROM events WHERE tenant_id = ?')
      .bind(firm.tenantId)
      .all()
    expect(results).toEqual([{ surface: 'desk', actor: firm.mia.id }])
  })

  test('ends after twelve hours, however much it is used', async () => {
    const { clock, through } = aClock()
    const { browser } = await signedIn('mia', { through })
    for (let hour = 1; hour < 12; hour++) {
      clock.now = NOW + hour * HOUR_MS
      expect((await browser.fromPage('GET', customers)).status).toBe(200)
    }
    clock.now = NOW + 12 * HOUR_MS - 1
    expect((await browser.fromPage('GET', customers)).status).toBe(200)
    clock.now = NOW + 12 * HOUR_MS
    expect((await browser.fromPage('GET', customers)).status).toBe(401)
  })

  test('ends after two hours without use', async () => {
    const { clock, through } = aClock()
    const { browser } = await signedIn('mia', { through })
    clock.now = NOW + HOUR_MS
    await browser.fromPage('GET', customers)
    clock.now = NOW + 3 * HOUR_MS - 1
    expect((await browser.fromPage('GET', customers)).status).toBe(200)
    clock.now += 2 * HOUR_MS
    expect((await browser.fromPage('GET', customers)).status).toBe(401)
  })

  test('that has ended is not kept, once its person signs in again', async () => {
    const { clock, through } = aClock()
    const { firm } = await signedIn('mia', { through })
    clock.now = NOW + 2 * HOUR_MS
    await aBrowser({ through }).signIn(firm.tokens.mia)
    expect(await count('sessions', firm.tenantId)).toBe(1)
  })

  test('of somebody who leaves ends at once, in every browser', async () => {
    const { firm, browser } = await signedIn('mia')
    const other = aBrowser()
    await other.signIn(firm.tokens.mia)
    await change(firm.tenantId, 'user', firm.mia.id, { status: 'left' })
    for (const one of [browser, other]) expect((await one.fromPage('GET', customers)).status).toBe(401)
  })

  test('in one browser is no other’s: two people, two sessions, and signing out ends one', async () => {
    const { firm, browser } = await signedIn('mia')
    const other = aBrowser()
    await other.signIn(firm.tokens.david)
    expect((await browser.signOut()).status).toBe(204)
    expect((await browser.fromPage('GET', customers)).status).toBe(401)
    expect((await other.fromPage('GET', customers)).status).toBe(200)
  })
})

describe('signing out', () => {
  test('ends the session itself: its cookie is good for nothing, wherever it was copied to', async () => {
    const { firm, browser } = await signedIn()
    const copied = browser.cookie
    const answer = await browser.signOut()
    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-quayside=; Max-Age=0; Path=\/; .*Secure/)
    const thief = aBrowser()
    thief.keep(copied)
    expect((await thief.fromPage('GET', customers)).status).toBe(401)
    expect(await count('sessions', firm.tenantId)).toBe(0)
  })

  test('cannot be done by another page', async () => {
    const { browser } = await signedIn()
    const pages: Record<string, string>[] = [{}, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: ORIGIN }]
    for (const headers of pages) {
      expect((await browser.ask('DELETE', '/desk/session', { headers })).status).toBe(401)
    }
    expect((await browser.fromPage('GET', customers)).status).toBe(200)
  })
})
