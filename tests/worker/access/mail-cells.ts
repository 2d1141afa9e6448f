import type { Role } from '#shared/trade/user.ts'
import { aMail } from '../../fixtures/mails.ts'
import { allowed, allowedAtAll } from '../../fixtures/posts.ts'
import { ABSENT, type Cell, eachRole, metBy, pathIds, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { nearness } from './plants.ts'

/** `POST /v1/mails`: into the timeline of whom they see, by who may write there; what is no mail is told to all of those. */
export function mailCells(firm: LargeFirm): Cell[] {
  const at = (role: Role, customer: string, mail?: string): Ask => ({
    method: 'POST',
    path: `/v1/mails?customer=${customer}`,
    headers: { 'Content-Type': 'message/rfc822' },
    body: mail ?? aMail({ id: `<${role}.${customer}@mails.example>`, subject: role }),
  })
  return [
    ...eachRole((role) =>
      metBy(firm, role, 'customer').map((met): Cell => {
        const cell = { role, what: `with ${met.whose} customer`, ask: at(role, met.id) }
        if (!met.seen) return { ...cell, status: files(role) ? 404 : 403, absent: at(role, ABSENT) }
        const may = allowed(role, 'interaction', 'create', nearness(met, role))
        return may ? { ...cell, status: 201, writes: true } : { ...cell, status: 403 }
      }),
    ),
    ...SOME_ROLES.flatMap((role): Cell[] => [
      { role, what: 'what is no mail', ask: at(role, ABSENT, 'hello'), status: files(role) ? 422 : 403 },
      { role, what: 'for no customer at all', ask: at(role, 'x'), status: 400 },
    ]),
  ]
}

/** Who files nothing is told so, whatever they bring. */
const files = (role: Role): boolean => allowedAtAll(role, 'interaction', 'create')

/** `GET /v1/mails/:id`: a filed mail, for whoever sees it in the timeline. */
export function readingCells(firm: LargeFirm): Cell[] {
  const at = (id: string): Ask => ({ method: 'GET', path: `/v1/mails/${id}` })
  return [
    ...eachRole((role) =>
      metBy(firm, role, 'interaction').map((met): Cell => {
        const cell = { role, what: met.whose, ask: at(met.id) }
        return met.seen ? { ...cell, status: 200, says: '"kept"' } : { ...cell, status: 404, absent: at(ABSENT) }
      }),
    ),
    ...SOME_ROLES.flatMap((role) =>
      Object.entries(pathIds(strange(firm, 'interaction').id)).map(
        ([what, id]): Cell => ({ role, what, ask: at(id), status: 404, absent: at(ABSENT) }),
      ),
    ),
  ]
}

const SETTINGS = '/v1/mail_settings'

/** `GET /v1/mail_settings`: for everybody. */
export const settingsCells = (): Cell[] =>
  eachRole((role) => [{ role, what: 'how mails are kept', ask: { method: 'GET', path: SETTINGS }, status: 200 }])

/** `PATCH /v1/mail_settings`: by who keeps the house; of an older version by nobody. */
export const settingsEditCells = (): Cell[] =>
  eachRole((role): Cell[] => {
    const ask = (body: object, headers: Record<string, string>): Ask => ({
      method: 'PATCH',
      path: SETTINGS,
      body,
      headers,
    })
    const now = ask({ body_policy: 'full' }, { 'If-Match': '"1"' })
    if (!allowedAtAll(role, 'tenant', 'edit')) return [{ role, what: 'how mails are kept', ask: now, status: 403 }]
    return [
      { role, what: 'of an older version', ask: ask({ body_policy: 'full' }, { 'If-Match': '"99"' }), status: 412 },
      { role, what: 'without a version', ask: ask({ body_policy: 'full' }, {}), status: 428 },
      {
        role,
        what: 'with what is none',
        ask: ask({ body_policy: 'all' }, { 'If-Match': '"1"' }),
        status: 400,
        says: 'body_policy',
      },
    ]
  })
