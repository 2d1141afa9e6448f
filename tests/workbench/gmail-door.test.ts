import Ajv2020 from 'ajv/dist/2020.js'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { readEvent } from '../../gmail-addon/src/event.ts'
import { scopesAsked } from '../../gmail-addon/src/navigation.ts'
import type { GmailCall } from '../../workbench/src/gmail/gmail-call.ts'
import { draftDoor } from '../../workbench/src/local/draft-door.ts'
import { gmailDoor } from '../../workbench/src/local/gmail-door.ts'
import { type GoogleEnv, localGoogle } from '../../workbench/src/local/google.ts'
import { ownPagesOnly } from '../../workbench/src/local/own-pages.ts'
import { type HttpProblem, problemResponse } from '../../worker/src/http/problem.ts'
import { googleIssuer, isGoogleCall } from '../../worker/src/identity/google.ts'
import { verifyToken } from '../../worker/src/identity/verify.ts'
import { schema, schemasAreThere } from '../contracts/google-schemas.ts'
import { READ_MAIL } from './an-add-on.ts'

const ORIGIN = 'http://127.0.0.1:8787'
const PRESS = `${ORIGIN}/gmail/press`
const MIA = 'mia.zhao@bluewhale.example'

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const env: GoogleEnv = {
  LOCAL_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'local', alg: 'RS256' }),
  CARD_SECRET: btoa('x'.repeat(32)),
  GMAIL: {
    url: 'http://127.0.0.1:4000',
    mailboxes: {
      [MIA]: { token: 'ya29.mia', mails: { first: { messageId: 'msg-f:1', threadId: 'thread-f:1' } } },
    },
  },
}
const google = localGoogle(env, ORIGIN)

/** What the application was asked, and what it answers. */
let asked: Request[]
let answer: Response
beforeEach(() => {
  asked = []
  answer = Response.json({})
})
const app = {
  fetch(request: Request) {
    asked.push(request)
    return answer
  },
}
const stage = new Hono<{ Bindings: GoogleEnv }>()
  .use(ownPagesOnly)
  .post(
    '/local/gmail',
    gmailDoor(() => ({ app, origin: ORIGIN })),
  )
  .get('/local/gmail/drafts/:id', draftDoor)
  .onError((error) => problemResponse(error as HttpProblem, 'en', 'a-request'))

const READER = { as: MIA, locale: 'zh-CN', timezone: 'Asia/Shanghai' }
const MESSAGE: GmailCall = { ...READER, occasion: 'message', mailId: 'first' }
const PRESSED: GmailCall = {
  ...READER,
  occasion: 'press',
  mailId: 'first',
  action: { function: PRESS, parameters: [{ key: 'token', value: 'signed' }] },
  inputs: {
    note: { stringInputs: { value: ['Called'] } },
    due: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 9, 20)) } },
  },
}

const call = (body: unknown, { headers = {}, origin = ORIGIN } = {}) =>
  stage.request(
    `${origin}/local/gmail`,
    { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) },
    env,
    { waitUntil() {}, passThroughOnException() {}, props: {} },
  )

/** The one call that the application got. */
async function theCall() {
  const [request, ...others] = asked
  if (!request || others.length > 0) throw new Error(`${asked.length} calls`)
  const token = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? ''
  return { url: request.url, method: request.method, token, event: await request.json() }
}

describe('the add-on is called', () => {
  test.each([
    [MESSAGE, `${ORIGIN}/gmail/message`],
    [PRESSED, PRESS],
    [{ ...READER, occasion: 'home' }, `${ORIGIN}/gmail/home`],
  ])('by Google, at the address of the occasion and for no other (%#)', async (body, url) => {
    await call(body)
    const { token, ...request } = await theCall()
    expect(request).toMatchObject({ url, method: 'POST' })
    expect(await isGoogleCall(token, [url], google)).toBe(true)
    expect(await isGoogleCall(token, [`${ORIGIN}/gmail/other`], google)).toBe(false)
    expect(request.event.authorizationEventObject.systemIdToken).toBe(token)
  })

  test('for the reader, who is the same person at every call', async () => {
    await call(MESSAGE)
    const { event } = await theCall()
    expect(await verifyToken(event.authorizationEventObject.userIdToken, [googleIssuer(google)])).toEqual({
      issuer: 'google',
      subject: `google:${MIA}`,
    })
  })

  test('with ids and tokens of the mail, and nothing else of it', async () => {
    await call(MESSAGE)
    const { event } = await theCall()
    expect(readEvent(event, 'message', [READ_MAIL])).toMatchObject({
      kind: 'read',
      request: {
        locale: 'zh-CN',
        timezone: 'Asia/Shanghai',
        tokens: { access: 'ya29.mia' },
        messageId: 'msg-f:1',
        threadId: 'thread-f:1',
        pressed: null,
      },
    })
    expect(Object.keys(event.gmail)).toEqual(['messageId', 'threadId', 'accessToken'])
    expect(event.commonEventObject.timeZone).toEqual({ id: 'Asia/Shanghai', offset: '28800000' })
  })

  test('with what was pressed and what stands in the inputs', async () => {
    await call(PRESSED)
    expect(readEvent((await theCall()).event, 'press')).toMatchObject({
      kind: 'read',
      request: { messageId: 'msg-f:1', pressed: 'signed', inputs: { note: 'Called', due: '2026-10-20' } },
    })
  })

  test('on the homepage without a mail, even when something is pressed there', async () => {
    const { mailId: _, ...onHomepage } = PRESSED
    await call(onHomepage)
    expect(readEvent((await theCall()).event, 'press')).toMatchObject({ kind: 'read', request: { messageId: null } })
  })

  test('with what the reader has allowed, which is everything unless it is told', async () => {
    await call({ ...MESSAGE, authorizedScopes: [] })
    expect(readEvent((await theCall()).event, 'message', [READ_MAIL])).toEqual({ kind: 'consent', scopes: [READ_MAIL] })
  })

  test.skipIf(!schemasAreThere)('in the shape that Google describes', async () => {
    const validate = new Ajv2020({ strict: false }).compile(schema('addon-event.schema.json'))
    for (const body of [MESSAGE, PRESSED, { ...READER, occasion: 'home' }]) {
      asked = []
      await call(body)
      expect(validate((await theCall()).event), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  test('and what it answers comes back as it is', async () => {
    answer = Response.json(scopesAsked([READ_MAIL]), { status: 203 })
    const response = await call(MESSAGE)
    expect([response.status, await response.json()]).toEqual([203, scopesAsked([READ_MAIL])])
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('the add-on is not called', () => {
  test.each([
    ['from a page of another origin', 404, MESSAGE, { headers: { Origin: 'https://evil.example' } }],
    ['under another name of this machine', 404, MESSAGE, { origin: 'http://evil.example:8787' }],
    ['for somebody without a mailbox', 404, { ...MESSAGE, as: 'eve@evil.example' }, {}],
    ['for a mail that is not there', 404, { ...MESSAGE, mailId: 'constructor' }, {}],
    ['at an address that is not the add-on’s', 400, pressAt('https://evil.example/gmail/press'), {}],
    ['at another door of the application', 400, pressAt(`${ORIGIN}/v1/panel`), {}],
    ['for an opened mail that is not named', 400, { ...READER, occasion: 'message' }, {}],
    ['for a press of nothing', 400, { ...MESSAGE, occasion: 'press' }, {}],
    ['in a time zone that there is not', 400, { ...MESSAGE, timezone: 'Europe/Atlantis' }, {}],
    ['with a token of the page’s own', 400, { ...MESSAGE, userIdToken: 'eyJ' }, {}],
    ['by something that is no call', 400, 'x', {}],
  ])('%s', async (_, status, body, options) => {
    expect((await call(body, options)).status).toBe(status)
    expect(asked).toEqual([])
  })
})

function pressAt(address: string) {
  return { ...PRESSED, action: { function: address, parameters: [] } }
}

test('a draft of nobody is not there, and no server is asked for it', async () => {
  const at = `/local/gmail/drafts/r1?as=somebody@elsewhere.example`
  const response = await stage.request(`${ORIGIN}${at}`, { headers: { Origin: ORIGIN } }, env)
  expect(response.status).toBe(404)
})
