import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Somebody who publishes keys, and on whom everything can go wrong. */
export interface KeyServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** What a place answers from now on, as a test says. */
export interface Publication {
  readonly body?: string
  readonly fault?: keyof typeof FAULTS
}

const FAULTS = {
  hangs: () => {},
  'stops-midway': (response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.write('{"keys":')
  },
  closes: (response: ServerResponse) => response.socket?.destroy(),
  'not-found': (response: ServerResponse) => response.writeHead(404).end('{"keys":[]}'),
  unavailable: (response: ServerResponse) => response.writeHead(503).end('Service Unavailable'),
  moved: (response: ServerResponse) => response.writeHead(302, { Location: '/elsewhere' }).end(),
}

/**
 * Starts the server on a free port. `PUT /<place>` says what is published there, `GET /<place>` answers it, and
 * `GET /asked/<place>` tells how often it was asked for.
 */
export async function startKeyServer(): Promise<KeyServer> {
  const published = new Map<string, Publication>()
  const asked = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const place = request.url ?? ''
    if (request.method === 'PUT') {
      published.set(place, JSON.parse(await text(request)))
      return response.end()
    }
    if (place.startsWith('/asked/')) return response.end(String(asked.get(place.slice('/asked'.length)) ?? 0))
    asked.set(place, (asked.get(place) ?? 0) + 1)
    const { body = '', fault } = published.get(place) ?? { fault: 'not-found' }
    return fault ? FAULTS[fault](response) : response.end(body)
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
