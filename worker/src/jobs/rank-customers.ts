import { churnTold, tierTold } from '#shared/customer/rank-told.ts'
import { ranked } from '#shared/customer/ranking.ts'
import type { TierConfig } from '#shared/customer/standard-tiers.ts'
import { languageOf } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import { dateIn, instantOf } from '#shared/time/zone.ts'
import type { Customer } from '#shared/trade/index.ts'
import { type CustomerWork, customersDue, lookAgain, readBuying, readCustomerWork } from '../store/customer-work.ts'
import { type Database, FrozenMeanwhile, type Row, UniqueViolation } from '../store/database.ts'
import { readRecord } from '../store/records.ts'
import type { Statement } from '../store/statement.ts'
import { writing } from '../store/write.ts'
import { troubleOf } from '../trouble.ts'

/** How many customers are taken in one run, in two round trips. */
const TOGETHER = 50

/** Where they cannot be written together so many are written one by one; the others wait for the next run. */
const ALONE = 5

/** Who cannot be ranked is looked at again after so long, and keeps nobody else. */
const LATER_MS = 3_600_000

const DAY_MS = 86_400_000
/** More than the 365 days that count, whatever the zone. */
const RECENT_MS = 367 * DAY_MS

/** When a firm's night is far enough on that its new day has begun in every respect. */
const NIGHT = '00:10'

interface Ports {
  /** ms UTC. */
  readonly now: number
  /** A new ULID. */
  readonly newId: () => string
}

/**
 * Ranks the customers that are due: those of whom somebody has written something that counts, and those for whom a day has begun
 * on which it may be otherwise. What changes is written with its history and told on the timeline; of two at once one does it.
 */
export async function rankCustomers(database: Database, ports: Ports): Promise<number> {
  const since = new Date(ports.now - RECENT_MS).toISOString().slice(0, 10)
  const [rows = []] = await database.batch([customersDue({ now: ports.now, since, limit: TOGETHER })])
  if (rows.length === 0) return 0
  const all = rows.map((row) => decidedOrPutOff(row, ports))
  try {
    await database.batch(all.flatMap(({ statements }) => statements))
    return all.filter(({ changes }) => changes).length
  } catch {
    return await oneByOne(database, all.slice(0, ALONE), ports)
  }
}

interface Decided {
  readonly work: CustomerWork
  readonly statements: readonly Statement[]
  readonly changes: boolean
}

async function oneByOne(database: Database, all: readonly Decided[], { now }: Ports): Promise<number> {
  let count = 0
  for (const { work, statements, changes } of all) {
    try {
      await database.batch(statements)
      count += changes ? 1 : 0
    } catch (error) {
      // Somebody was faster: the next run finds what they have written. It goes to the end of what is due.
      const isMeanwhile =
        error instanceof FrozenMeanwhile || (error instanceof UniqueViolation && error.table === 'events')
      if (!isMeanwhile) logTrouble(error)
      await database.batch([lookAgain(work, isMeanwhile ? now : now + LATER_MS)]).catch(logTrouble)
    }
  }
  return count
}

const logTrouble = (error: unknown) => console.error(JSON.stringify({ job: 'rank-customers', ...troubleOf(error) }))

function decidedOrPutOff(row: Row, ports: Ports): Decided {
  const work = readCustomerWork(row)
  try {
    return decided(work, row, ports)
  } catch (error) {
    logTrouble(error)
    return { work, statements: [lookAgain(work, ports.now + LATER_MS)], changes: false }
  }
}

function decided(work: CustomerWork, row: Row, { now, newId }: Ports): Decided {
  // A customer that is gone is ranked no more.
  if (row.id === null) return { work, statements: [lookAgain(work, null)], changes: false }
  const timezone = String(row.firm_timezone)
  const today = dateIn(now, timezone)
  const buying = readBuying(row, timezone)
  const tiers = row.firm_tiers === null ? null : (JSON.parse(String(row.firm_tiers)) as TierConfig)
  const before = readRecord<Customer>('customer', { ...row })
  const { values, nextLook } = ranked(before, buying, { today, now, tiers })
  const looked = lookAgain(work, nextLook === null ? null : instantOf(nextLook, NIGHT, timezone))
  if (Object.keys(values).length === 0) return { work, statements: [looked], changes: false }
  const telling = { now, by: null, newId }
  const changes: Change[] = [
    { kind: 'update', type: 'customer', before, values },
    ...tierTold(before, values, telling),
    ...churnTold(before, values, {
      ...telling,
      today,
      language: languageOf(String(row.firm_locale)),
      managerId: row.owner_manager === null ? null : String(row.owner_manager),
    }),
  ]
  const writer = {
    tenantId: work.tenantId,
    userId: 'automation',
    now,
    surface: 'automation' as const,
    action: 'ranked',
    period: today.slice(0, 4),
  }
  return { work, statements: [...writing(writer, changes), looked], changes: true }
}
