import { env } from 'cloudflare:test'
import type { Role } from '#shared/trade/user.ts'
import { aUser } from '../fixtures/builders.ts'
import { type Answer, type Firm, newId, plant, tokenFor } from './firm.ts'

/** One more member of staff, and the token they sign in with. */
export async function aColleague(firm: Firm, ...roles: Role[]): Promise<string> {
  const person = aUser({ id: newId(), email: `${newId()}@bluewhale-outdoor.example`, roles })
  await plant(firm.tenantId, { user: [person] })
  const subject = `${firm.tenantId}/${person.email}`
  await env.DB.prepare('INSERT INTO identities (issuer, subject, tenant_id, user_id) VALUES (?, ?, ?, ?)')
    .bind('local', subject, firm.tenantId, person.id)
    .run()
  return tokenFor(subject)
}

const BODY = { entity: 'customer', key: 'laser_logo', label_en: 'Laser logo', label_zh: '激光LOGO', kind: 'text' }

/** Somebody who keeps the house of a firm, and what they do with its own fields. */
export async function anAdministrator(firm: Firm) {
  const token = await aColleague(firm, 'admin')
  return {
    token,
    call: (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
      firm.call(method, path, body, { as: token, ...(headers ? { headers } : {}) }),

    add: (given: object = {}): Promise<Answer> =>
      firm.call('POST', '/v1/definitions/fields', { ...BODY, ...given }, { as: token }),

    /** As the administrator saw it last. */
    change: ({ body: { id, version } }: Answer, given: object): Promise<Answer> =>
      firm.call('PATCH', `/v1/definitions/fields/${id}`, given, {
        as: token,
        headers: { 'If-Match': `"${version}"` },
      }),
  }
}

/** The fields that an answer calls wrong, each with why. */
export const wrong = ({ status, body }: Answer): string[] => [
  String(status),
  ...(body.problems ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
]
