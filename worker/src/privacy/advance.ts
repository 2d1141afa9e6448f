import { finderOf } from '#shared/privacy/person.ts'
import type { Database } from '../store/database.ts'
import {
  copiesEnded,
  type Find,
  findsForgotten,
  found,
  movedOn,
  type PrivacyRequest,
} from '../store/privacy-requests.ts'
import { collectOn } from './collect.ts'
import { eraseOn } from './erase.ts'
import { type AnswerPorts, exported } from './export.ts'
import { soughtOf } from './look.ts'

/** How it goes on after a step; the very request where somebody else was faster. */
export async function advance(
  database: Database,
  request: PrivacyRequest,
  ports: AnswerPorts,
): Promise<PrivacyRequest> {
  if (request.person === null) return request
  return request.status === 'collecting'
    ? collect(database, request, request.person, ports)
    : request.status === 'running'
      ? erase(database, request, request.person, ports)
      : request
}

type PersonOf = NonNullable<PrivacyRequest['person']>

async function collect(database: Database, request: PrivacyRequest, person: PersonOf, ports: AnswerPorts) {
  const { finds, next } = await collectOn(database, ports.files, request, soughtOf(person))
  const counts = counted(request.counts, finds)
  if (next) return moved(database, request, { ...request, progress: next, counts }, [found(request, finds)])
  const ready = { ...request, status: 'ready' as const, counts }
  const went = await moved(database, request, ready, [found(request, finds)])
  if (went.status !== 'ready' || request.kind !== 'export') return went
  const { fileId, statements } = await exported(database, went, person, ports)
  return moved(database, went, { ...went, status: 'done', fileId, person: null, finishedAt: ports.now }, [
    ...statements,
    findsForgotten({ tenant: request.tenantId, request: request.id }),
  ])
}

async function erase(database: Database, request: PrivacyRequest, person: PersonOf, ports: AnswerPorts) {
  const erasing = { person, finder: finderOf(person), pseudonym: request.pseudonym }
  const next = await eraseOn(database, ports.files, request, erasing)
  if (next) return moved(database, request, { ...request, progress: next })
  // What is known of the person is needed no more: what stays is the log.
  const done = { ...request, status: 'done' as const, person: null, finishedAt: ports.now }
  const others = { tenant: request.tenantId, person: JSON.stringify(person), now: ports.now }
  return moved(database, request, done, [
    findsForgotten({ tenant: request.tenantId, request: request.id }),
    ...copiesEnded.map((make) => make(others)),
  ])
}

async function moved(
  database: Database,
  before: PrivacyRequest,
  after: PrivacyRequest,
  along: Parameters<Database['batch']>[0] = [],
): Promise<PrivacyRequest> {
  const [rows = []] = await database.batch([movedOn(before, after), ...along])
  return rows.length > 0 ? after : before
}

/** How many rows of each place, those that stay apart: `contacts`, `files.paper`. */
function counted(before: PrivacyRequest['counts'], finds: readonly Find[]): PrivacyRequest['counts'] {
  const counts: Record<string, number> = { ...before }
  for (const { place, kept } of finds) {
    const name = kept ? `${place}.${kept}` : place
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
