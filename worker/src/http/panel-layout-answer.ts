import { mayAtAll } from '#shared/access/access.ts'
import { type PanelLayout, SECTION_KEYS } from '#shared/panel/layout.ts'
import type { LayoutAnswer } from '#shared/panel/layout-answer.ts'
import { SECTION_NAMES } from '#shared/panel/section-names.ts'
import type { Tenant } from '#shared/trade/index.ts'
import { ROLE_NAMES } from '#shared/trade/role-names.ts'
import { ROLES } from '#shared/trade/user.ts'
import { UniqueViolation } from '../store/database.ts'
import { readRecord, recordById } from '../store/records.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { LayoutRequest } from './panel-layout-shapes.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/** The firm's layout with the names of everything in it, for whoever is on the staff. */
export async function readLayout(context: AppContext): Promise<Response> {
  return answer(context, await firmOf(context))
}

/** Puts another in its place: for who makes the rules of the house, and for nobody who has not seen the present one. */
export async function writeLayout(context: AppContext): Promise<Response> {
  const { database, person } = context.var
  if (!maySet(context)) throw new HttpProblem('not_allowed')
  const { layout } = await parseBody(context, LayoutRequest)
  const seen = /^"(\d+)"$/.exec(context.req.header('If-Match') ?? '')?.[1]
  if (seen === undefined) throw new HttpProblem('version_missing')
  const before = await firmOf(context)
  if (Number(seen) !== before.version) throw new HttpProblem('stale')
  const change = { kind: 'update', type: 'tenant', before, values: { panel_layout: layout } } as const
  try {
    const now = recordById('tenant', person, person.tenantId)
    const [[row] = []] = await commit(database, writerOf(context, 'api', 'edited'), [change], null, [now])
    return answer(context, row ? readRecord<Tenant>('tenant', row) : before)
  } catch (error) {
    throw error instanceof UniqueViolation ? new HttpProblem('stale') : error
  }
}

async function firmOf({ var: { database, person } }: AppContext): Promise<Tenant> {
  const [[row] = []] = await database.batch([recordById('tenant', person, person.tenantId)])
  if (!row) throw new HttpProblem('not_found')
  return readRecord<Tenant>('tenant', row)
}

const maySet = ({ var: { person } }: AppContext): boolean => mayAtAll(person.access, 'workflow', 'edit')

function answer(context: AppContext, { version, panel_layout }: Tenant): Response {
  const { language } = context.var
  const body: LayoutAnswer = {
    version,
    layout: panel_layout as PanelLayout | null,
    mayEdit: maySet(context),
    sections: SECTION_KEYS.map((key) => ({ key, name: SECTION_NAMES[key][language] })),
    roles: ROLES.map((key) => ({ key, name: ROLE_NAMES[key][language] })),
  }
  return context.json(body, 200, { ETag: `"${version}"` })
}
