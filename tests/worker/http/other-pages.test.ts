import { afterAll, describe, expect, test } from 'vitest'
import { aBrowser, ORIGIN, OWN_PAGE } from '../browser.ts'
import { aFirm, newId, wholeDatabase } from '../firm.ts'

/** What pages of others can have a browser send with somebody's session: all of it is as if nobody were signed in. */

/** Not ours, however much they look like it. */
const ORIGINS = [
  'null',
  'https://evil.example',
  'https://quayside.example.evil.example',
  'https://evilquayside.example',
  'https://evil.quayside.example',
  'http://quayside.example',
  'https://quayside.example:8443',
  'https://quayside.example:443',
  'https://QUAYSIDE.example',
  'https://quayside.example.',
  'https://xn--quaysde-7va.example',
  'https://quayside.example/',
  'https://quayside.example@evil.example',
  ' https://quayside.example x',
  '',
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const BODIES: readonly (readonly [string | null, string])[] = [
  [null, ''],
  ['application/json', '{"name":"x","country":"DE","timezone":"Europe/Berlin"}'],
  ['application/problem+json', '{"name":"x","country":"DE","timezone":"Europe/Berlin"}'],
  ['text/plain', '{"name":"x","country":"DE","timezone":"Europe/Berlin","a":"="}'],
  ['application/x-www-form-urlencoded', 'name=x&country=DE&timezone=Europe%2FBerlin'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--x--'],
]
/** What `Sec-Fetch-Site` says; nothing in browsers before it. One that lies has to be refused by its origin. */
const SITES = [undefined, 'cross-site', 'same-site', 'none', 'same-origin', 'same-origin, cross-site']

const OWN_HEADER = { 'X-Quayside': 'desk' }

const figures = { asked: 0, accepted: 0 }
afterAll(() => console.info(`other pages: ${figures.asked} requests with a session, ${figures.accepted} accepted`))

async function somebody() {
  const firm = await aFirm()
  const browser = aBrowser()
  await browser.signIn(firm.tokens.david)
  const before = await wholeDatabase(firm.tenantId)
  const paths = [
    '/v1/customers',
    `/v1/customers/${firm.customer.id}`,
    `/v1/orders/${firm.order.id}/events`,
    '/v1/panel',
    '/v1/actions/add-note',
    '/desk/session',
  ]
  return { firm, browser, paths, unchanged: async () => (await wholeDatabase(firm.tenantId)) === before }
}

type Somebody = Awaited<ReturnType<typeof somebody>>

/** Which of these were answered as to somebody signed in. */
async function accepted({ browser, paths }: Somebody, headers: Record<string, string>, methods = METHODS) {
  const found: string[] = []
  for (const path of paths) {
    for (const method of methods) {
      for (const [type, body] of method === 'GET' || method === 'HEAD' ? BODIES.slice(0, 1) : BODIES) {
        const own = { 'Idempotency-Key': newId(), 'If-Match': '"1"', ...headers }
        const answer = await browser.ask(method, path, {
          ...(type === null ? {} : { body }),
          headers: { ...own, ...(type === null ? {} : { 'Content-Type': type }) },
        })
        figures.asked += 1
        const nothing = answer.status === 401 || (answer.status === 404 && path === '/desk/session')
        if (!nothing) found.push(`${method} ${path} ${type} ${JSON.stringify(headers)}: ${answer.status}`)
        if (answer.headers.has('Access-Control-Allow-Origin')) found.push(`${path} lets ${headers.Origin} read`)
      }
    }
  }
  figures.accepted += found.length
  return found
}

describe.each(ORIGINS)('a page of %j', (origin) => {
  test('is nobody, with the header of our pages or without, whatever the browser says of the site', async () => {
    const who = await somebody()
    for (const site of SITES) {
      for (const named of [undefined, OWN_HEADER]) {
        const headers: Record<string, string> = { Origin: origin, ...named }
        if (site !== undefined) headers['Sec-Fetch-Site'] = site
        expect(await accepted(who, headers)).toEqual([])
      }
    }
    expect(await who.unchanged()).toBe(true)
  })
})

describe('without an origin', () => {
  test.each([
    ['a link followed from a mail', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }],
    ['an address typed', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }],
    ['a picture of another page', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' }],
    ['a page of a sub-domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['a browser that says nothing', {}],
    ['a browser that says nothing, with our header', { 'X-Quayside': 'desk' }],
  ] as [string, Record<string, string>][])('%s is nobody', async (_, headers) => {
    const who = await somebody()
    expect(await accepted(who, headers)).toEqual([])
    expect(await who.unchanged()).toBe(true)
  })
})

test.each([
  ['no header of ours', {}],
  ['another word in it', { 'X-Quayside': 'Desk' }],
  ['it twice', { 'X-Quayside': 'desk, desk' }],
] as [string, Record<string, string>][])('a form of our own page with %s changes nothing', async (_, named) => {
  const who = await somebody()
  for (const page of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: ORIGIN }]) {
    expect(await accepted(who, Object.assign({}, page, named), METHODS.slice(2))).toEqual([])
  }
  expect(await who.unchanged()).toBe(true)
})

test('our own page is somebody, by what the browser says of the site or else by its origin', async () => {
  const { browser, paths } = await somebody()
  const pages: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'same-origin' },
    { Origin: ORIGIN },
    { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN },
  ]
  for (const headers of pages) {
    for (const path of paths.slice(0, 3)) expect((await browser.ask('GET', path, { headers })).status).toBe(200)
    const body = { name: 'x', country: 'DE', timezone: 'Europe/Berlin' }
    const made = await browser.ask('POST', '/v1/customers', { body, headers: { ...headers, 'X-Quayside': 'desk' } })
    expect(made.status).toBe(201)
  }
})

test('a preflight of another page is promised nothing', async () => {
  const { browser } = await somebody()
  const answer = await browser.ask('OPTIONS', '/v1/customers', {
    headers: { Origin: 'https://evil.example', 'Access-Control-Request-Headers': 'x-quayside, content-type' },
  })
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a cookie of another name, a cut one and one of another form are none', async () => {
  const { browser } = await somebody()
  const [, token = ''] = browser.cookie?.split('=') ?? []
  for (const cookie of [`quayside=${token}`, `__Host-quayside=${token.slice(1)}`, `__Host-quayside="${token}"x`]) {
    browser.keep(cookie)
    expect((await browser.ask('GET', '/v1/customers', { headers: OWN_PAGE })).status).toBe(401)
  }
})
