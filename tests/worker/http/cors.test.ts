import { afterAll, describe, expect, test } from 'vitest'
import { aFirm, count, wholeDatabase } from '../firm.ts'

const SIDEBARS = [
  'https://n-ovnwzuzpd4fkc6l43zibbx6e4nvfo5wjfcmy6sy-0lu-script.googleusercontent.com',
  'https://n-ovnwzuzpd4fkc6l43zibbx6e4nvfo5wjfcmy6sy-script.googleusercontent.com',
]
const [SIDEBAR = ''] = SIDEBARS

const HOSTILE = [
  'null',
  'https://evil.example',
  'https://quayside.example',
  'https://script.googleusercontent.com',
  'https://script.google.com',
  'https://googleusercontent.com',
  'https://lh3.googleusercontent.com',
  SIDEBAR.replace('https:', 'http:'),
  `${SIDEBAR}:443`,
  `${SIDEBAR}:8443`,
  `${SIDEBAR}.`,
  `${SIDEBAR}/`,
  `${SIDEBAR}.evil.example`,
  SIDEBAR.replace('googleusercontent.com', 'googleusercontent.com.evil.example'),
  SIDEBAR.replace('googleusercontent.com', 'googleusercontent.co'),
  SIDEBAR.replace('.googleusercontent', '-googleusercontent'),
  SIDEBAR.replace('script.', 'scriptx'),
  SIDEBAR.replace('https://', 'https://evil.example/'),
  SIDEBAR.replace('https://', 'https://evil.example.'),
  SIDEBAR.replace('https://', 'https://evil@'),
  SIDEBAR.replace('n-', 'm-'),
  SIDEBAR.replace('n-', 'n-evil.'),
  SIDEBAR.replace('o', 'о'),
  SIDEBAR.replace('googleusercontent', 'xn--ggleusercontent-0xb'),
  `https://evil.example ${SIDEBAR}`,
  `${SIDEBAR},https://evil.example`,
  SIDEBAR.toUpperCase(),
  'https://n--0lu-script.googleusercontent.com',
]

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'] as const
/** What a page may send anywhere without asking first, and what it may not. */
const CONTENT_TYPES = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json',
  'application/csp-report',
]
/** What a browser says of it by itself. */
const FOREIGN = { 'Sec-Fetch-Site': 'cross-site' }
const BODY = JSON.stringify({ name: 'Planted Ltd', country: 'DE' })

const figures = { asked: 0, allowed: 0 }
afterAll(() => console.log(`cors: ${figures.asked} questions of foreign origins, ${figures.allowed} wrongly allowed`))

const firm = await aFirm()
/** Of a browser in which somebody is signed in at the desk. */
const signedIn = await firm.call('POST', '/desk/session')
const Cookie = signedIn.headers.get('Set-Cookie')?.split(';', 1)[0] ?? ''
const before = await wholeDatabase(firm.tenantId)

test('the cookie that is sent along below does sign in, from a page of our own', async () => {
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin' }
  expect((await firm.call('GET', '/v1/customers', undefined, { as: null, headers })).status).toBe(200)
})

/** Header values are bytes: a letter beyond them reaches us as Punycode, or not at all. */
const sendable = (origin: string): string => (/^[\x20-\x7e]*$/.test(origin) ? origin : new URL(origin).origin)

describe.each(HOSTILE.map(sendable))('a page of %s', (Origin) => {
  test('may read nothing, and changes nothing', async () => {
    for (const method of METHODS) {
      for (const type of CONTENT_TYPES) {
        const body = method === 'GET' || method === 'HEAD' ? undefined : BODY
        const answer = await firm.call(method, '/v1/customers', body, {
          as: null,
          headers: { Origin, 'Content-Type': type, Cookie, ...FOREIGN },
        })
        noteAllowed(answer.headers)
        expect([method, type, answer.status]).toEqual([method, type, 401])
      }
      const preflight = await firm.call('OPTIONS', '/v1/customers', undefined, {
        as: null,
        headers: { Origin, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': 'authorization' },
      })
      noteAllowed(preflight.headers)
      expect(preflight.text).toBe('')
    }
    expect(figures.allowed).toBe(0)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('may not read what it asks in somebody’s name, were a token to leak', async () => {
    const answer = await firm.call('GET', '/v1/customers', undefined, { headers: { Origin } })
    noteAllowed(answer.headers)
    expect(answer.headers.get('Vary')).toContain('Origin')
    expect(figures.allowed).toBe(0)
  })
})

function noteAllowed(headers: Headers): void {
  figures.asked += 1
  if (headers.get('Access-Control-Allow-Origin') !== null || headers.get('Access-Control-Allow-Credentials') !== null) {
    figures.allowed += 1
  }
}

describe.each(SIDEBARS)('the sidebar at %s', (Origin) => {
  test('asks first, without signing in, and is told what it may send', async () => {
    const preflight = await firm.call('OPTIONS', '/v1/sheets/pushes', undefined, {
      as: null,
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    })
    expect([preflight.status, preflight.text]).toEqual([204, ''])
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': Origin,
      'access-control-allow-methods': 'GET,POST,PATCH',
      'access-control-allow-headers': 'Authorization,Content-Type,Idempotency-Key,If-Match,Accept,Accept-Language',
      'access-control-max-age': '7200',
      vary: expect.stringContaining('Origin'),
    })
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  test('reads answers, their version and their number', async () => {
    const { status, headers } = await firm.call('GET', `/v1/customers/${firm.customer.id}`, undefined, {
      headers: { Origin },
    })
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, Origin])
    expect(headers.get('Access-Control-Expose-Headers')).toBe('ETag,X-Request-Id')
    expect(headers.get('ETag')).not.toBeNull()
    expect(headers.get('Vary')).toContain('Origin')
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('reads refusals too, so that it can say what is wrong', async () => {
    const answer = await firm.call('GET', '/v1/orders/nothing', undefined, { headers: { Origin } })
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([404, Origin])
  })

  test('is nobody by its address: without a token it is refused, and nothing is stored', async () => {
    const customers = await count('customers', firm.tenantId)
    for (const type of CONTENT_TYPES) {
      const headers = { Origin, 'Content-Type': type, Cookie, ...FOREIGN }
      const answer = await firm.call('POST', '/v1/customers', BODY, { as: null, headers })
      expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([401, Origin])
    }
    expect(await count('customers', firm.tenantId)).toBe(customers)
  })

  test.each(['/health', '/openapi.json', '/outlook/settings.json', '/gmail/home'])('may not read %s', async (path) => {
    const answer = await firm.call('GET', path, undefined, { as: null, headers: { Origin } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})
