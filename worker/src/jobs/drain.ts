import type { Delivery, MailProvider, OutgoingMail } from '../mail/provider.ts'
import type { Database } from '../store/database.ts'
import { type Ended, ended, type MailState, readTaken, type Taken, takeMails } from '../store/outbox.ts'
import { type Prepared, prepare } from './prepare.ts'
import { ATTEMPTS_MAX, retryDelayMs } from './retry-delay.ts'

/** What sending needs of the outside. */
export interface Sending {
  readonly provider: MailProvider
  /** Where the desk is, `https://…`: mails lead there. */
  readonly origin: string
  /** ms UTC. */
  readonly now: () => number
  /** From 0 to below 1. */
  readonly random: () => number
}

/** How many mails ended how; `queued` are those that will be tried again. */
export type Drained = Readonly<Record<MailState, number>>

/** How many mails are taken together, and how often in one run: at most 24 round trips, whatever waits. */
const TOGETHER = 100
const ROUNDS = 6

/** For so long they are nobody else's. */
const LEASE_MS = 15 * 60_000

/** How long a provider may take over one mail. */
const PATIENCE_MS = 30_000

/** Sends what is queued and due, in due order; what is no longer true by then is dropped. */
export async function drain(database: Database, sending: Sending): Promise<Drained> {
  const counts = { queued: 0, sent: 0, dropped: 0, parked: 0, uncertain: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = sending.now()
    const until = now + LEASE_MS
    const [rows = []] = await database.batch([takeMails({ now, until, limit: TOGETHER })])
    if (rows.length === 0) break
    const taken = readTaken(rows)
    const mails = await prepare(database, taken, { now, origin: sending.origin }).catch(async (error: unknown) => {
      await database.batch(ended(taken.map(givenBack(now)), [], now))
      throw error
    })
    const ends: Ended[] = []
    for (const one of mails) ends.push(await carriedOut(one, sending, until))
    const instead = mails.flatMap(({ end }) => end?.instead ?? [])
    const [written = []] = await database.batch(ended(ends, instead, sending.now()))
    for (const { state } of written) counts[state as MailState] += 1
    if (rows.length < TOGETHER && instead.length === 0) break
  }
  return counts
}

/** Nothing has left by this attempt: the mails are as free as before. */
const givenBack =
  (now: number) =>
  (mail: Taken): Ended => ({ mail, state: 'queued', why: 'database', tryAt: now })

async function carriedOut({ mail, letter, end }: Prepared, sending: Sending, until: number): Promise<Ended> {
  if (!letter) {
    return notSent(mail, end.kind, end.why)
  }
  const { provider, now, random } = sending
  // By now it may be in other hands. It did not leave from here.
  if (now() >= until) return { mail, state: 'queued', why: 'out_of_time', tryAt: now() }
  const delivery = await delivered(provider, letter)
  switch (delivery.kind) {
    case 'accepted':
      return { mail, state: 'sent', why: null, tryAt: null }
    case 'refused':
      return { mail, state: 'parked', why: delivery.why, tryAt: null }
    case 'uncertain':
      return { mail, state: 'uncertain', why: delivery.why, tryAt: null }
    case 'retry':
      return again(mail, delivery.why, now() + retryDelayMs(mail.attempts, delivery.afterMs, random))
  }
}

/** What the provider says, or that it says nothing: one mail must not hold up those behind it. */
async function delivered(provider: MailProvider, letter: OutgoingMail): Promise<Delivery> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'uncertain', why: 'no_answer' }), PATIENCE_MS)
  })
  try {
    return await Promise.race([provider.deliver(letter), silence])
  } catch {
    return { kind: 'uncertain', why: 'threw' }
  } finally {
    clearTimeout(timer)
  }
}

const again = (mail: Taken, why: string, tryAt: number): Ended =>
  mail.attempts >= ATTEMPTS_MAX ? notSent(mail, 'parked', why) : { mail, state: 'queued', why, tryAt }

/** It is not sent any more, but an attempt without an end may have sent it. */
const notSent = (mail: Taken, state: 'dropped' | 'parked', why: string): Ended => ({
  mail,
  state: mail.unended > 1 ? 'uncertain' : state,
  why,
  tryAt: null,
})
