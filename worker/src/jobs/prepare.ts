import type { Inquiry, Task, Tenant } from '#shared/trade/index.ts'
import { personOf } from '../http/authenticate.ts'
import type { OutgoingMail } from '../mail/provider.ts'
import { chargesOf, type InCharge, placeOf, readCharges } from '../store/charge.ts'
import type { Database, Row } from '../store/database.ts'
import type { Taken } from '../store/outbox.ts'
import { peopleNamed } from '../store/people.ts'
import { readRecord, recordById, seenRecord } from '../store/records.ts'
import { situationQuery } from '../store/situation.ts'
import type { Statement } from '../store/statement.ts'
import { acknowledgement } from './acknowledgement.ts'
import { asMail, dealLetter, letter, type Reader } from './letter.ts'
import { ATTEMPTS_MAX } from './retry-delay.ts'
import { taskReminder } from './task-letter.ts'
import { type End, unseen, verdictOn } from './verdict.ts'

/** A mail that was taken, ready to leave; or how it ends without that. */
export type Prepared = { readonly mail: Taken } & (
  | { readonly letter: OutgoingMail; readonly end?: never }
  | { readonly letter?: never; readonly end: End }
)

/**
 * Says again of each mail whether it is still true, and builds it with its reader's own rights: two round trips for
 * all of them. One that cannot be built is parked, and holds up no other.
 */
export async function prepare(
  database: Database,
  mails: readonly Taken[],
  at: { readonly now: number; readonly origin: string },
): Promise<Prepared[]> {
  const [people = [], ...charges] = await database.batch([
    peopleNamed({ people: JSON.stringify(mails.map(({ tenantId, userId }) => [tenantId, userId])) }),
    ...chargesOf.map((make) =>
      make({ records: JSON.stringify(mails.map(({ tenantId, recordId }) => [tenantId, recordId])), now: at.now }),
    ),
  ])
  const rows = new Map(people.map((row) => [placeOf(String(row.tenant_id), String(row.id)), row]))
  const known = readCharges(charges)
  const steps = mails.map((mail) =>
    orParked(mail, () => {
      const found = known.get(placeOf(mail.tenantId, mail.recordId))
      return begun(mail, found, rows.get(placeOf(mail.tenantId, mail.userId)), at)
    }),
  )
  const statements = steps.flatMap((step) => ('finish' in step ? step.statements : []))
  const read = statements.length > 0 ? await database.batch(statements) : []
  return steps.map((step) => {
    if (!('finish' in step)) return step
    const own = read.splice(0, step.statements.length)
    return orParked(step.mail, () => step.finish(own))
  })
}

/** What is still to be read for a mail, and what it is with that. */
interface Begun {
  readonly mail: Taken
  readonly statements: readonly Statement[]
  readonly finish: (rows: readonly Row[][]) => Prepared
}

function begun(
  mail: Taken,
  known: InCharge | undefined,
  row: Row | undefined,
  at: { readonly now: number; readonly origin: string },
): Begun | Prepared {
  if (mail.type === 'task') return taskBegun(mail, row, at)
  if (mail.type === 'acknowledgement') return acknowledgementBegun(mail, row, at)
  const verdict = verdictOn(mail, known, at.now)
  if (verdict.kind !== 'goes') return { mail, end: verdict }
  const { clock, as } = verdict
  const end = unseen(mail, known)
  if (!row) return { mail, end }
  const reader: Reader = { ...personOf(row, at.now), email: String(row.email) }
  const query = situationQuery(reader, undefined, {
    type: mail.type === 'deal' ? 'deal' : 'inquiry',
    id: mail.recordId,
  })
  return {
    mail,
    statements: query.statements,
    finish(rows) {
      const situation = query.read(rows)
      const told = { ...mail, about: { ...mail.about, as } }
      if (mail.type === 'deal') {
        return situation?.deal ? { mail, letter: dealLetter(told, clock, situation, reader, at) } : { mail, end }
      }
      return situation?.kind === 'inquiry'
        ? { mail, letter: letter(told, clock, situation, reader, at) }
        : { mail, end }
    },
  }
}

/** A mail about a task: as long as it is open, and theirs. */
function taskBegun(
  mail: Taken,
  row: Row | undefined,
  at: { readonly now: number; readonly origin: string },
): Begun | Prepared {
  const ends = (kind: End['kind'], why: string): Prepared => ({ mail, end: { kind, why, instead: [] } })
  if (mail.attempts > ATTEMPTS_MAX) return ends('parked', 'too_many_attempts')
  if (!row) return ends('dropped', 'not_seen')
  const reader: Reader = { ...personOf(row, at.now), email: String(row.email) }
  return {
    mail,
    statements: [recordById('task', reader, mail.recordId)],
    finish(read) {
      const [[found] = []] = read
      const task = seenRecord<Task>('task', reader, found)
      if (task?.status !== 'open' || task.assignee_id !== reader.id) return ends('dropped', 'done')
      return { mail, letter: asMail(mail, reader, at, taskReminder(task, reader, at.origin)) }
    },
  }
}

/** Tells who wrote first that it has arrived: once, as long as the firm wants that and the inquiry is one. */
function acknowledgementBegun(
  mail: Taken,
  row: Row | undefined,
  at: { readonly now: number; readonly origin: string },
): Begun | Prepared {
  const ends = (kind: End['kind'], why: string): Prepared => ({ mail, end: { kind, why, instead: [] } })
  if (mail.attempts > ATTEMPTS_MAX) return ends('parked', 'too_many_attempts')
  if (!row) return ends('dropped', 'not_seen')
  if (at.now - mail.dueAt > ACKNOWLEDGED_WITHIN_MS) return ends('dropped', 'too_late')
  const reader: Reader = { ...personOf(row, at.now), email: String(row.email) }
  return {
    mail,
    statements: [recordById('inquiry', reader, mail.recordId), recordById('tenant', reader, mail.tenantId)],
    finish(read) {
      const [[found] = [], [firm] = []] = read
      if (!found || !firm) return ends('dropped', 'done')
      // Whoever took the mail in need not see the inquiry that it became: the letter is the firm's, and goes to its writer.
      const inquiry = readRecord<Inquiry>('inquiry', found)
      const tenant = readRecord<Tenant>('tenant', firm)
      if (!tenant.acknowledges) return ends('dropped', 'unwanted')
      const letter = acknowledgement(inquiry, tenant)
      if (letter === null) return ends('dropped', 'done')
      const outgoing = asMail(mail, { ...reader, email: letter.to }, at, letter)
      return { mail, letter: { ...outgoing, headers: { ...outgoing.headers, ...letter.headers } } }
    },
  }
}

/** Later it would only be strange. */
const ACKNOWLEDGED_WITHIN_MS = 24 * 60 * 60_000

function orParked<T>(mail: Taken, build: () => T): T | Prepared {
  try {
    return build()
  } catch {
    return { mail, end: { kind: 'parked', why: 'unreadable', instead: [] } }
  }
}
