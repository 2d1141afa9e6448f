import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/**
 * A Gmail API on which everything goes wrong. The id of the mail that is asked for says how; where a draft is to be
 * made, the token that opens the mail does.
 */
export interface GmailFaults {
  readonly url: string
  readonly stop: () => Promise<void>
}

type Fault = (response: ServerResponse, request: IncomingMessage) => void

const MAIL = { id: '1', threadId: 'thread-f:1', payload: { headers: [{ name: 'Subject', value: 'Camp chairs' }] } }

/** Google's own form of a refusal. */
const refused =
  (status: number, reason: string): Fault =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8' })
    const message = 'The sender was ana@trilha.example.'
    response.end(JSON.stringify({ error: { code: status, message, errors: [{ message, domain: 'global', reason }] } }))
  }

const said =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=UTF-8', ...headers })
    response.end(body)
  }

const FAULTS: Readonly<Record<string, Fault>> = {
  'bad-request': refused(400, 'invalidArgument'),
  'signed-out': refused(401, 'authError'),
  'not-allowed': refused(403, 'insufficientPermissions'),
  'domain-policy': refused(403, 'domainPolicy'),
  'user-rate': refused(403, 'userRateLimitExceeded'),
  rate: refused(403, 'rateLimitExceeded'),
  daily: refused(403, 'dailyLimitExceeded'),
  'plain-403': (response) => response.writeHead(403).end('Forbidden'),
  gone: refused(404, 'notFound'),
  busy: refused(429, 'rateLimitExceeded'),
  broken: refused(500, 'backendError'),
  unavailable: (response) => response.writeHead(503).end('<html>Service Unavailable'),
  moved: (response, request) =>
    response.writeHead(302, { Location: `http://${request.headers.host}/gmail/v1/users/me/messages/plain` }).end(),

  hangs: () => {},
  'stops-after-headers': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.write('{"payload":')
  },
  trickles: (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    const drops = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(drops))
  },
  closes: (response) => response.socket?.destroy(),
  'closes-midway': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
    response.write('{"payload":', () => response.socket?.destroy())
  },

  html: said('<!doctype html><title>Sign in</title>', { 'Content-Type': 'text/html' }),
  empty: said(''),
  'half-json': said('{"payload":'),
  'no-payload': said('{"id":"1","threadId":"1"}'),
  'other-shapes': said('{"payload":{"headers":{"From":"ana@trilha.example"}}}'),
  huge: said(JSON.stringify({ ...MAIL, snippet: 'x'.repeat(20 * 1024 * 1024) })),
  bomb: said(gzipSync(JSON.stringify({ ...MAIL, snippet: 'x'.repeat(20 * 1024 * 1024) })), {
    'Content-Encoding': 'gzip',
  }),

  /** A mail of a buyer, as it should be: what goes wrong comes after it. */
  'of-a-buyer': said(
    JSON.stringify({
      ...MAIL,
      payload: {
        headers: [
          ...MAIL.payload.headers,
          { name: 'From', value: 'Thiago Nunes <thiago.nunes@trilhasul.example>' },
          { name: 'Message-ID', value: '<1@trilhasul.example>' },
        ],
      },
    }),
  ),
  /** A draft without an id. */
  'no-draft': said(JSON.stringify({ message: { id: '2' } })),

  plain: said(JSON.stringify(MAIL)),
  gzip: said(gzipSync(JSON.stringify(MAIL)), { 'Content-Encoding': 'gzip' }),
  'no-headers': said('{"payload":{}}'),
  /** A mail with a recipient list past all limits. */
  circular: said(
    JSON.stringify({
      payload: {
        headers: [
          { name: 'From', value: 'Ana Souza <ana@trilha.example>' },
          {
            name: 'To',
            value: Array.from({ length: 20_000 }, (_, nth) => `Buyer <buyer${nth}@shop.example>`).join(', '),
          },
          { name: 'Subject', value: '椅'.repeat(50_000) },
        ],
      },
    }),
  ),
}

/** Starts the server on a free port. `GET /asked/<fault>` tells how often it was met, and how it was asked last. */
export async function startGmailFaults(): Promise<GmailFaults> {
  const asked = new Map<string, { times: number; url: string; headers: IncomingMessage['headers'] }>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const last = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    const name = last === 'drafts' ? String(request.headers['x-goog-gmail-access-token']) : last
    if (pathname.startsWith('/asked/')) {
      response.end(JSON.stringify(asked.get(name) ?? { times: 0 }))
      return
    }
    asked.set(name, { times: (asked.get(name)?.times ?? 0) + 1, url: request.url ?? '', headers: request.headers })
    const fault = FAULTS[name]
    if (fault) fault(response, request)
    else response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
