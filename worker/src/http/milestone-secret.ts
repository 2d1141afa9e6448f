import { may } from '#shared/access/access.ts'
import type { MilestoneSource } from '#shared/trade/index.ts'
import { newWebhookSecret } from '../identity/webhook-signature.ts'
import { UniqueViolation } from '../store/database.ts'
import { keepSecret } from '../store/milestone-hooks.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { SecretQuery } from './milestone-shapes.ts'
import { parseValue, singles } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

const HOUR_MS = 3_600_000

/** Makes a source its first secret, or the next one. This answer is the only place that ever shows it. */
export async function makeSecret(context: AppContext) {
  const { database, person, now, origin } = context.var
  const id = context.req.param('id') ?? ''
  const [[row] = []] = await database.batch([recordById('milestone_source', person, id)])
  const source = seenRecord('milestone_source', person, row) as MilestoneSource | null
  if (!source) throw new HttpProblem('not_found')
  if (!may(person.access, 'milestone_source', 'edit', source.standing)) throw new HttpProblem('not_allowed')
  const { keepPreviousHours } = parseValue(context, SecretQuery, singles(context))
  const secret = newWebhookSecret()
  const until = keepPreviousHours === 0 ? null : now + keepPreviousHours * HOUR_MS
  const keep = keepSecret({ tenant: person.tenantId, source: id, secret, until })
  const change = { kind: 'update', type: 'milestone_source', before: source, values: { secret_made_at: now } } as const
  try {
    await commit(database, writerOf(context, 'api', 'make-secret'), [change], null, [], null, [keep])
  } catch (error) {
    throw error instanceof UniqueViolation ? new HttpProblem('conflict') : error
  }
  return {
    url: `${origin}/hooks/milestones/${id}`,
    secret,
    previousUntil: source.secret_made_at === null ? null : until,
  }
}
