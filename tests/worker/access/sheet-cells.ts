import { env } from 'cloudflare:test'
import { fieldValue } from '#shared/record/custom.ts'
import { SheetType } from '#shared/sheet/api.ts'
import type { Role } from '#shared/trade/user.ts'
import { allowed, allowedAtAll } from '../../fixtures/posts.ts'
import { NOW, newId } from '../firm.ts'
import { ABSENT, bodyIds, type Cell, eachRole, type Met, metBy, SOME_ROLES } from './cell.ts'
import { changesOf, someHiddenFields, unknownLike } from './fields.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'
import { nearness } from './plants.ts'

const TYPES = SheetType.options

/** `POST /v1/sheets/pulls`: exactly the rows of somebody's own, and of those what they see. */
export const pullCells = (firm: LargeFirm): Cell[] => [
  ...eachRole((role) =>
    TYPES.map((type) => ({
      role,
      what: `a sheet of ${type}`,
      ask: { method: 'POST', path: '/v1/sheets/pulls', body: { type } },
      ...(allowedAtAll(role, type, 'view')
        ? {
            status: 200,
            lists: firm.plants.filter((plant) => plant.type === type && sees(role, plant)).map(({ id }) => id),
          }
        : { status: 403 }),
    })),
  ),
  ...SOME_ROLES.map((role) => ({
    role,
    what: 'a sheet of something else',
    ask: { method: 'POST', path: '/v1/sheets/pulls', body: { type: 'customer' } },
    status: 400,
  })),
]

/** `POST /v1/sheets/pushes`: what is not for somebody is gone, what they may not change is forbidden, and nothing is stored. */
export async function pushCells(firm: LargeFirm): Promise<Cell[]> {
  const pulls = Object.fromEntries(
    await Promise.all(TYPES.map(async (type) => [type, await aPull(firm.tenantId, type)])),
  )
  const foreign = await aPull(firm.twinId, 'order')
  const push = (pullId: unknown, id: string, changes: object): Ask => ({
    method: 'POST',
    path: '/v1/sheets/pushes',
    headers: { 'Idempotency-Key': newId() },
    body: { pullId, rows: [{ key: 'row', id, version: 1, changes }] },
  })
  const unknown = Object.entries(bodyIds(pulls.order))
  return [
    ...eachRole((role) =>
      TYPES.flatMap((type) =>
        metBy(firm, role, type).flatMap((met) =>
          cellsOf(firm, role, met, (id, changes) => push(pulls[type], id, changes)),
        ),
      ),
    ),
    ...SOME_ROLES.flatMap((role) => [
      ...[foreign, ABSENT].map((id) => ({ role, what: 'nobody’s pull', ask: push(id, ABSENT, {}), status: 404 })),
      ...unknown.map(([what, id]) => ({ role, what, ask: push(id, ABSENT, {}), status: 400 })),
    ]),
  ]
}

function cellsOf(firm: LargeFirm, role: Role, met: Met, push: (id: string, changes: object) => Ask): Cell[] {
  const { type, id, seen, whose } = met
  const changes = changesOf(firm, type)
  // Whose a record is cannot be changed in a sheet.
  const open = changes.filter(({ verbs }) => !verbs.includes('assign'))
  const may = open.map(({ verbs }) => verbs.some((verb) => allowed(role, type, verb, nearness(met, role))))
  const asked = changes.map(({ what, body }): Cell => {
    const [[key, to] = ['', null]] = Object.entries(body)
    const cells = { [key]: { from: 'something else', to } }
    const ask = push(id, cells)
    if (!seen)
      return {
        role,
        what: `${whose}, ${what}`,
        ask,
        status: 200,
        says: '"gone"',
        absent: push('nonsense', cells),
        but: id,
      }
    const index = open.findIndex((one) => one.what === what)
    const outcome = may[index] ? 'conflict' : 'forbidden'
    return { role, what: `${whose}, ${what}`, ask, status: 200, says: `"outcome":"${outcome}"` }
  })
  const hidden = someHiddenFields(type, role).map((field): Cell => {
    const { like, but } = unknownLike(field)
    const [ask, absent] = [field, like].map((key) => push(id, { [key]: { from: null, to: 1 } }))
    return {
      role,
      what: `${whose}, hidden ${field}`,
      ask: ask as Ask,
      status: 200,
      says: 'unknown',
      absent: absent as Ask,
      but,
    }
  })
  const done = open.find((_, index) => may[index])
  const [key, to] = Object.entries(done?.body ?? {})[0] ?? []
  if (!seen || !key || met.reader !== role) return seen ? [...asked, ...hidden] : asked
  const from = fieldValue(firm.record(id), key)
  const what = `${whose}: done`
  const ask = push(id, { [key]: { from, to } })
  return [...asked, ...hidden, { role, what, ask, status: 200, says: '"outcome":"saved"', writes: true }]
}

async function aPull(tenantId: string, type: SheetType): Promise<string> {
  const id = newId()
  await env.DB.prepare('INSERT INTO sheet_pulls (tenant_id, id, user_id, type, language, at) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(tenantId, id, ABSENT, type, 'en', NOW)
    .run()
  return id
}
