import type { KeptFiles } from '../files/files.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { answerPrivacy } from './answer-privacy.ts'
import { type Drained, drain, type Sending } from './drain.ts'
import { rankCustomers } from './rank-customers.ts'
import { settleDeals } from './settle-deals.ts'
import { sweepFiles } from './sweep-files.ts'
import { type Ticked, tick } from './tick.ts'

/** What the jobs need of the place they run in. */
export interface JobPorts {
  /** ms UTC. */
  readonly now: () => number
  /** From 0 to below 1. */
  readonly random: () => number
  /** A new ULID. */
  readonly newId: () => string
  /** Where files lie; without it nothing of them is swept. */
  readonly files?: KeptFiles
  /** Where mails leave, and where the desk is that they lead to. Without it they wait. */
  readonly mail?: Pick<Sending, 'provider' | 'origin'>
}

/** What one run did. */
export interface Done extends Ticked {
  /** Deals that have gone on. */
  readonly settled: number
  /** Customers whose tier, rhythm or figures are others. */
  readonly ranked: number
  readonly sent: number
  readonly dropped: number
  readonly parked: number
  readonly uncertain: number
  /** Mails that are to be tried again later. */
  readonly postponed: number
}

/**
 * What is to be done once a minute: say what is owed, rank customers, do what deals wait for, and send. What was written down before is sent
 * also where the others fail; that is thrown afterwards.
 */
export async function runJobs(d1: D1Database, { now, random, newId, mail, files }: JobPorts): Promise<Done> {
  const database = openDatabase(d1)
  const [ticked] = await Promise.allSettled([workOn(database, { now, newId })])
  const { queued: postponed, ...drained }: Drained = mail
    ? await drain(database, { now, random, ...mail })
    : { queued: 0, sent: 0, dropped: 0, parked: 0, uncertain: 0 }
  if (files) await sweepFiles(database, files, now())
  await answerPrivacy(database, { now: now(), newId, files: files ?? null })
  if (ticked.status === 'rejected') throw ticked.reason
  return { ...ticked.value, ...drained, postponed }
}

async function workOn(database: Database, { now, newId }: Pick<JobPorts, 'now' | 'newId'>) {
  const { dealsWait, customersWait, ...ticked } = await tick(database, now())
  const ports = { now: now(), newId }
  // First: what deals wait for may be a tier.
  const { handOver } = await import('./hand-over.ts')
  await handOver(database, now())
  const ranked = customersWait ? await rankCustomers(database, ports) : 0
  return { ...ticked, ranked, settled: dealsWait ? await settleDeals(database, ports) : 0 }
}
