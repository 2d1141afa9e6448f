import { type Cell, eachRole, SOME_ROLES } from './cell.ts'
import type { Ask } from './large-firm.ts'

/** `/desk/session`: whoever has a token learns who they are, and begins and ends sessions of their own alone. */
export function sessionCells(method: 'POST' | 'GET' | 'DELETE'): Cell[] {
  const ask = (headers: Ask['headers'] = {}): Ask => ({ method, path: '/desk/session', headers })
  const nobody: Cell[] = [
    { role: null, what: 'nobody', ask: ask(), status: 401 },
    { role: null, what: 'a made-up session', ask: ask({ ...OWN_PAGE, Cookie: COOKIE }), status: RESULT[method].nobody },
  ]
  // A token alone signs no browser out: there is nothing to end.
  if (method === 'DELETE')
    return [...nobody, ...SOME_ROLES.map((role) => ({ role, what: 'a token', ask: ask(), status: 401 }))]
  const mine = eachRole((role): Cell[] => [
    { role, what: 'their own', ask: ask(), status: 200, ...(method === 'POST' ? { writes: true } : {}) },
  ])
  return [...nobody, ...mine]
}

const OWN_PAGE = { 'Sec-Fetch-Site': 'same-origin', 'X-Quayside': 'desk' }
const COOKIE = `quayside=${'A'.repeat(43)}`

/** Signing out where nobody is signed in is no news. */
const RESULT = { POST: { nobody: 401 }, GET: { nobody: 401 }, DELETE: { nobody: 204 } } as const
