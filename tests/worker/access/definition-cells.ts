import { allowedAtAll } from '../../fixtures/posts.ts'
import { newId } from '../firm.ts'
import { type Cell, eachRole } from './cell.ts'
import type { Ask } from './large-firm.ts'

const PATH = '/v1/definitions/workflows'

/** `/v1/definitions/workflows`: everybody on the staff reads them, those who make the rules of the house make these. */
export const definitionCells = {
  [`GET ${PATH}`]: () => reading(PATH, 200),
  [`GET ${PATH}/:key`]: () => [...reading(`${PATH}/quotation`, 200), ...reading(`${PATH}/${newId()}`, 404)],
  [`POST ${PATH}`]: () => [
    ...writing('create', PATH, { subject: 'deal' }, 422),
    ...writing('create', `${PATH}?dryRun=true&deals=all`, ROAD, 200),
  ],
  [`POST ${PATH}/:key/migration`]: () => [
    ...writing('edit', `${PATH}/foreign_trade_standard/migration`, { from: 1, to: 9 }, 404),
    ...writing('edit', `${PATH}/foreign_trade_standard/migration`, { from: 7, to: 1, dryRun: true }, 200),
  ],
  [`POST ${PATH}/:key/retirement`]: () => writing('edit', `${PATH}/quotation/retirement`, { version: 1 }, 422),
}

const ROAD = {
  key: 'short',
  name: 'Short',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'only', type: 'stage' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'only' },
    { from: 'only', to: 'done' },
  ],
}

const reading = (path: string, status: number): Cell[] => [
  { role: null, what: 'nobody', ask: { method: 'GET', path }, status: 401 },
  ...eachRole((role) => [{ role, what: path, ask: { method: 'GET', path }, status }]),
]

function writing(verb: 'create' | 'edit', path: string, body: object, status: number): Cell[] {
  const ask = (): Ask => ({ method: 'POST', path, body, headers: { 'Idempotency-Key': newId() } })
  return [
    { role: null, what: 'nobody', ask: ask(), status: 401 },
    ...eachRole((role) => [
      { role, what: path, ask: ask(), status: allowedAtAll(role, 'workflow', verb) ? status : 403 },
    ]),
  ]
}
