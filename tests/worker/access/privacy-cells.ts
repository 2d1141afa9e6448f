import type { Role } from '#shared/trade/user.ts'
import { ABSENT, type Cell, eachRole } from './cell.ts'
import type { Ask } from './large-firm.ts'

/** Who looks after people's data: the one whose post it is, and the second person whom an erasure needs. */
const GUARDIANS: readonly Role[] = ['dpo', 'gm']

const NOBODY = { addresses: [], phones: [], names: ['Quux Nobody-Atall'] }
const REQUEST = { ...NOBODY, kind: 'erasure', askedBy: 'person', basis: 'erasure' }

function cells(ask: Ask, status: number, more: Partial<Cell> = {}): Cell[] {
  const what = `${ask.method} ${ask.path}`
  return [
    { role: null, what: 'nobody', ask, status: 401 },
    ...eachRole((role): Cell[] => [
      GUARDIANS.includes(role) ? { role, what, ask, status, ...more } : { role, what, ask, status: 403 },
    ]),
  ]
}

const get = (path: string): Ask => ({ method: 'GET', path: `/v1/privacy/${path}` })
const post = (path: string, body: object): Ask => ({ method: 'POST', path: `/v1/privacy/${path}`, body })

/** `/v1/privacy/*`: for whoever looks after people's data alone; for others not even what there is. */
export const privacyCells = {
  'GET /v1/privacy/*': () => [
    ...cells(get('requests'), 200),
    ...cells(get(`requests/${ABSENT}`), 404),
    ...cells(get(`requests/${ABSENT}/file`), 404),
    ...cells(get('nothing'), 404),
    ...cells(get('requests/..%2F..'), 404),
  ],
  'POST /v1/privacy/*': () => [
    ...cells(post('searches', NOBODY), 200, { says: '"found":[]' }),
    ...cells(post('searches', {}), 400, { says: 'addresses' }),
    ...cells(post('searches', { ...NOBODY, phones: ['nothing'] }), 400, { says: 'phones' }),
    ...cells(post('searches', { ...NOBODY, cursor: '[1' }), 400, { says: 'cursor' }),
    ...cells(post('requests', { ...REQUEST, kind: 'all' }), 400, { says: 'kind' }),
    ...cells(post('requests', { ...REQUEST, contactIds: [ABSENT] }), 400, { says: 'contactIds' }),
    ...cells(post(`requests/${ABSENT}/steps`, {}), 404),
    ...cells(post(`requests/${ABSENT}/confirmation`, {}), 404),
    ...cells(post(`requests/${ABSENT}/refusal`, {}), 404),
    ...cells(post('allowances', { addresses: ['a@b.example'], basis: 'access' }), 200, { says: '"allowed":0' }),
    ...cells(post('requests', REQUEST), 201, { writes: true }),
  ],
}
