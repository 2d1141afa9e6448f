import { allowedAtAll } from '../../fixtures/posts.ts'
import { type Cell, eachRole } from './cell.ts'
import type { Ask } from './large-firm.ts'

const PATH = '/v1/panel-layout'

/** `/v1/panel-layout`: everybody on the staff reads it, those who make the rules of the house change it. */
export const layoutCells = {
  [`GET ${PATH}`]: (): Cell[] => [
    { role: null, what: 'nobody', ask: { method: 'GET', path: PATH }, status: 401 },
    ...eachRole((role) => [{ role, what: PATH, ask: { method: 'GET', path: PATH }, status: 200 }]),
  ],
  [`PUT ${PATH}`]: (): Cell[] => [
    { role: null, what: 'nobody', ask: put({ layout: null }), status: 401 },
    ...eachRole((role): Cell[] => {
      const allowed = allowedAtAll(role, 'workflow', 'edit')
      return [
        {
          role,
          what: 'one that is none',
          ask: put({ layout: { everybody: [{ key: 'x' }] } }),
          status: allowed ? 400 : 403,
        },
        // What nobody can do without cannot be hidden.
        {
          role,
          what: 'without who it is',
          ask: put({ layout: { everybody: [{ key: 'who', hidden: true }] } }),
          status: allowed ? 400 : 403,
        },
        { role, what: 'of a version that is over', ask: put({ layout: null }, '"9999"'), status: allowed ? 412 : 403 },
      ]
    }),
  ],
}

const put = (body: object, version = '"1"'): Ask => ({
  method: 'PUT',
  path: PATH,
  body,
  headers: { 'If-Match': version },
})
