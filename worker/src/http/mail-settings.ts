import { z } from '@hono/zod-openapi'
import { may } from '#shared/access/access.ts'
import { type BodyPolicy, USUAL_POLICY } from '#shared/archive/item-key.ts'
import type { MailSettings } from '#shared/archive/mail-settings.ts'
import type { Tenant } from '#shared/trade/index.ts'
import { UniqueViolation } from '../store/database.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { versionSeen } from './version-seen.ts'
import { writerOf } from './writer.ts'

/** What of the settings is to be otherwise. */
export const MailSettingsEdit = z.strictObject({
  body_policy: z.enum(['metadata', 'snippet', 'full'] satisfies BodyPolicy[]).optional(),
  files_threads: z.boolean().optional(),
  files_replies: z.boolean().optional(),
  acknowledges: z.boolean().optional(),
})

/** `GET /v1/mail_settings`: for everybody of the firm. */
export async function mailSettings(context: AppContext): Promise<MailSettings> {
  const { person, database } = context.var
  const [[row] = []] = await database.batch([recordById('tenant', person, person.tenantId)])
  return settingsOf(context, seenRecord<Tenant>('tenant', person, row))
}

/**
 * `PATCH /v1/mail_settings`: by who keeps the house, with the version seen in `If-Match`; what is filed already stays as it was
 * kept. In the history of the firm. Throws `not_allowed`, `stale` with the settings as they are.
 */
export async function editMailSettings(context: AppContext): Promise<MailSettings> {
  const { person, database } = context.var
  if (!may(person.access, 'tenant', 'edit', 0)) throw new HttpProblem('not_allowed')
  const version = versionSeen(context)
  const values = await parseBody(context, MailSettingsEdit)
  const read = recordById('tenant', person, person.tenantId)
  const [[row] = []] = await database.batch([read])
  const before = seenRecord<Tenant>('tenant', person, row)
  if (before?.version !== version) {
    throw new HttpProblem('stale', undefined, { current: settingsOf(context, before) })
  }
  try {
    const change = { kind: 'update', type: 'tenant', before, values } as const
    const [[after] = []] = await commit(database, writerOf(context, 'api', 'edited'), [change], null, [read])
    return settingsOf(context, seenRecord<Tenant>('tenant', person, after))
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
    throw new HttpProblem('stale', undefined, { current: await mailSettings(context) })
  }
}

function settingsOf({ var: { person } }: AppContext, firm: Tenant | null): MailSettings {
  if (!firm) throw new HttpProblem('not_found')
  return {
    version: firm.version,
    body_policy: firm.body_policy ?? USUAL_POLICY,
    files_threads: firm.files_threads ?? false,
    files_replies: firm.files_replies ?? false,
    acknowledges: firm.acknowledges ?? false,
    may_edit: may(person.access, 'tenant', 'edit', 0),
  }
}
