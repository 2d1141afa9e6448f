import type { Told } from './planned-clock.ts'
import { type Colleague, type Recipient, withDeputies } from './recipients.ts'

/** A member of staff as the clocks of deals know them. */
export interface Staff extends Colleague {
  readonly teamId: string | null
  readonly roles: readonly string[]
}

/** Who is in charge of a deal, and everybody whom its clocks may name. */
export interface DealCharge {
  readonly ownerId: string | null
  readonly fallbackId: string | null
  readonly leaderOf: (teamId: string) => string | null
  /** The whole staff, by id. */
  readonly people: ReadonlyMap<string, Staff>
}

/**
 * Who a level of a deal's clock tells, nobody twice. Instead of somebody who is missing, has left or would be above the top
 * it is the firm's last resort. Empty only where that is missing too, or where the level names nobody.
 */
export function dealRecipientsOf(tells: readonly Told[], charge: DealCharge): Recipient[] {
  const told = new Map<string, Recipient>()
  for (const { who, up } of tells) {
    const meant = personsBy(who, charge).flatMap((id) => present(above(id, up, charge), charge) ?? [])
    const as: Recipient['as'] = up > 0 ? 'superior' : 'responsible'
    const last = present(charge.fallbackId, charge)
    const found = meant.length > 0 ? meant.map((userId): Recipient => ({ userId, as })) : last ? [asFallback(last)] : []
    for (const one of found) if (!told.has(one.userId)) told.set(one.userId, one)
  }
  return withDeputies([...told.values()], charge.people)
}

const asFallback = (userId: string): Recipient => ({ userId, as: 'fallback' })

/** Who that is today, before anybody looks who is there. */
function personsBy(who: Told['who'], charge: DealCharge): string[] {
  if (who === 'owner') return charge.ownerId === null ? [] : [charge.ownerId]
  // Whoever is told as the last resort is told as such.
  if (who === 'fallback') return []
  const [kind = '', id = ''] = who.split(':')
  if (kind === 'user') return [id]
  if (kind === 'role') return withRole(id, charge)
  const leader = charge.leaderOf(id)
  return leader === null ? [] : [leader]
}

/** In the team of whoever has the deal, else in the whole firm. */
function withRole(role: string, { ownerId, people }: DealCharge): string[] {
  const team = ownerId === null ? null : (people.get(ownerId)?.teamId ?? null)
  const all = [...people].filter(([, { roles, active }]) => active && roles.includes(role))
  const near = team === null ? [] : all.filter(([, { teamId }]) => teamId === team)
  return (near.length > 0 ? near : all).map(([id]) => id).sort()
}

/** Whoever is so many above somebody; nobody is above themselves, not by way of another either. */
function above(id: string, up: number, { people }: DealCharge): string | null {
  const seen = new Set([id])
  let at: string | null = id
  for (let left = up; left > 0 && at !== null; left -= 1) {
    const next: string | null = people.get(at)?.managerId ?? null
    at = next === null || seen.has(next) ? null : next
    if (at !== null) seen.add(at)
  }
  return at
}

const present = (id: string | null, { people }: DealCharge): string | null =>
  id !== null && people.get(id)?.active ? id : null
