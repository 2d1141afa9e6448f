import type { Role } from '#shared/trade/user.ts'
import { allowed } from '../../fixtures/posts.ts'
import { newId } from '../firm.ts'
import { ABSENT, type Cell, eachRole, metBy } from './cell.ts'
import type { LargeFirm } from './large-firm.ts'
import { staffNearness } from './plants.ts'

/** Nobody hands over what is theirs by themselves. */
function mayHandOver({ people }: LargeFirm, role: Role, id: string): boolean {
  const near = staffNearness(people, id, role)
  return near !== 'own' && allowed(role, 'user', 'assign', near)
}

/** `GET /v1/staff/{id}/handover`: how much somebody leaves behind is told to who may hand it over, and that in numbers alone. */
export const overviewCells = (firm: LargeFirm): Cell[] =>
  eachRole((role) =>
    metBy(firm, role, 'user').map((met) => {
      const at = (id: string) => ({ method: 'GET' as const, path: `/v1/staff/${id}/handover` })
      const may = mayHandOver(firm, role, met.id)
      return {
        role,
        what: `what is left behind: ${met.whose}`,
        ask: at(met.id),
        ...(met.seen ? { status: may ? 200 : 403 } : { status: 404, absent: at(ABSENT), but: met.id }),
      }
    }),
  )

const BODIES = {
  suspension: { suspended: true, version: 9 },
  handover: { plan: { rest: null } },
  reversal: {},
} as const

/** `POST /v1/staff/{id}/{deed}`: each deed, with a version that nobody has, a person who is still here, or nothing to take back. */
export const deedCells = (firm: LargeFirm): Cell[] =>
  eachRole((role) => [
    ...Object.entries(BODIES).flatMap(([deed, body]) => {
      const at = (id: string, what: string = deed) => ({
        method: 'POST' as const,
        path: `/v1/staff/${id}/${what}`,
        body,
        headers: { 'Idempotency-Key': newId() },
      })
      return metBy(firm, role, 'user').map((met): Cell => {
        const may = mayHandOver(firm, role, met.id)
        const status = deed === 'suspension' ? 409 : 422
        return {
          role,
          what: `${deed}: ${met.whose}`,
          ask: at(met.id),
          ...(met.seen ? { status: may ? status : 403 } : { status: 404, absent: at(ABSENT), but: met.id }),
        }
      })
    }),
    {
      role,
      what: 'a deed that there is not',
      ask: { method: 'POST', path: `/v1/staff/${ABSENT}/x`, body: {}, headers: { 'Idempotency-Key': newId() } },
      status: 404,
    },
  ])
