import { keepsAccess, mayPropose } from '#shared/access/keepers.ts'
import { ABSENT, bodyIds, type Cell, eachRole, metBy, SOME_ROLES } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'

const at = (path: string, body: object): Ask => ({ method: 'POST', path: `/v1/access${path}`, body })
const POST = { key: 'legal', grants: {}, sees: [] }

/** `/v1/access`: administrators and management; what they look at is what they see. */
export const accessCells = {
  'GET /v1/access': (): Cell[] => {
    const ask: Ask = { method: 'GET', path: '/v1/access' }
    return [
      { role: null, what: 'nobody', ask, status: 401 },
      ...eachRole((role) => [{ role, what: 'the posts', ask, status: keepsAccess([role]) ? 200 : 403 }]),
    ]
  },
  'POST /v1/access/proposals': (): Cell[] => [
    { role: null, what: 'nobody', ask: at('/proposals', { version: 0, post: POST }), status: 401 },
    ...eachRole((role): Cell[] => {
      const may = mayPropose([role])
      return [
        {
          role,
          what: 'a version of nobody',
          ask: at('/proposals', { version: 9, post: POST }),
          status: may ? 409 : 403,
        },
        {
          role,
          what: 'nobody’s posts',
          ask: at('/proposals', { version: 0, staff: { id: ABSENT, roles: ['gm'] } }),
          status: may ? 422 : 403,
        },
        ...(may
          ? [
              {
                role,
                what: 'a post',
                ask: at('/proposals', { version: 0, post: POST }),
                status: 201,
                writes: true,
              } as const,
            ]
          : []),
      ]
    }),
  ],
  'POST /v1/access/proposals/:id/decision': (): Cell[] => [
    { role: null, what: 'nobody', ask: at(`/proposals/${ABSENT}/decision`, { decision: 'agree' }), status: 401 },
    ...eachRole((role) =>
      ['agree', 'withdraw'].map((decision) => ({
        role,
        what: `${decision} to nothing`,
        ask: at(`/proposals/${ABSENT}/decision`, { decision }),
        status: keepsAccess([role]) ? 404 : 403,
      })),
    ),
  ],
  'POST /v1/access/previews': (firm: LargeFirm): Cell[] => {
    const user = firm.people.readers.sales_rep.id
    return [
      { role: null, what: 'nobody', ask: at('/previews', { user, near: 'own' }), status: 401 },
      ...eachRole((role): Cell[] => {
        const may = keepsAccess([role])
        return [
          ...metBy(firm, role, 'customer').flatMap(({ id, seen, whose }): Cell[] => {
            const cell = { role, what: `${whose} customer`, ask: at('/previews', { user, customer: id }) }
            if (!may) return [{ ...cell, status: 403 }]
            return [
              seen
                ? { ...cell, status: 200, writes: true }
                : { ...cell, status: 404, absent: at('/previews', { user, customer: ABSENT }) },
            ]
          }),
          ...(may
            ? [
                {
                  role,
                  what: 'an example',
                  ask: at('/previews', { user, near: 'own' }),
                  status: 200,
                  writes: true,
                } as const,
                { role, what: 'as nobody', ask: at('/previews', { user: ABSENT, near: 'own' }), status: 400 },
              ]
            : []),
        ]
      }),
      ...SOME_ROLES.filter((role) => keepsAccess([role])).flatMap((role) =>
        Object.entries(bodyIds(user)).map(([what, id]) => ({
          role,
          what,
          ask: at('/previews', { user: id, near: 'own' }),
          status: 400,
        })),
      ),
    ]
  },
}
