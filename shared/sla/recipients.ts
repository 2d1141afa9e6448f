import type { Addressee } from './rule.ts'

/** Who is in charge of a record, and the people that its levels may reach. */
export interface Charge {
  /** Whose it is; null while it lies in a pool or is nobody's. */
  readonly ownerId: string | null
  /** The leader of the team it is with. */
  readonly leaderId: string | null
  /** The firm's last person in every escalation. */
  readonly fallbackId: string | null
  /** By id. */
  readonly people: ReadonlyMap<string, Colleague>
}

export interface Colleague {
  readonly managerId: string | null
  /** Whether they work here at present. */
  readonly active: boolean
  /** Who stands in for them just now; null or absent for whoever is there. */
  readonly deputyId?: string | null
}

export interface Recipient {
  readonly userId: string
  readonly as: Addressee | 'deputy'
}

/** As what somebody gets a mail. */
export type Told = Recipient['as'] | 'stand_in'

interface StandIn {
  readonly userId: string
  readonly as: Told
}

/** Whom a level tells, nobody twice. Empty only where the firm's last resort is missing too. */
export function recipientsOf(tells: readonly Addressee[], charge: Charge): Recipient[] {
  const told = new Map<string, Recipient>()
  for (const as of tells) {
    const meant = present(nominal(as, charge), charge)
    const userId = meant ?? present(charge.fallbackId, charge)
    if (userId !== null && !told.has(userId)) told.set(userId, { userId, as: meant === null ? 'fallback' : as })
  }
  return withDeputies([...told.values()], charge.people)
}

/**
 * Whoever is told, and the deputy of each who is away: nobody twice, and no deputy's deputy. Somebody who is told for another
 * reason is told for that.
 */
export function withDeputies(told: readonly Recipient[], people: ReadonlyMap<string, Colleague>): Recipient[] {
  const all = new Map(told.map((one) => [one.userId, one]))
  for (const { userId } of told) {
    const id = people.get(userId)?.deputyId ?? null
    if (id !== null && people.get(id)?.active && !all.has(id)) all.set(id, { userId: id, as: 'deputy' })
  }
  return [...all.values()]
}

/**
 * Who is told instead of somebody who must not see the record: whoever is above them, else the last resort. For whoever is
 * told instead of another already it is the last resort: two may be above each other.
 */
export function standInFor({ userId, as }: StandIn, charge: Pick<Charge, 'fallbackId' | 'people'>): string | null {
  const above = as === 'stand_in' ? null : present(charge.people.get(userId)?.managerId ?? null, charge)
  const last = present(charge.fallbackId, charge)
  return [above, last].find((one) => one !== null && one !== userId) ?? null
}

/** Who that is by the firm's plan, whether or not they are there. Nobody is above themselves, not by way of another either. */
function nominal(as: Addressee, { ownerId, leaderId, fallbackId, people }: Charge): string | null {
  const responsible = ownerId ?? leaderId
  const above = (id: string | null) => {
    const managerId = id === null ? null : (people.get(id)?.managerId ?? null)
    return managerId === id || managerId === responsible ? null : managerId
  }
  switch (as) {
    case 'responsible':
      return responsible
    case 'superior':
      return above(responsible)
    case 'second_superior':
      return above(above(responsible))
    case 'fallback':
      return fallbackId
  }
}

const present = (id: string | null, { people }: Pick<Charge, 'people'>): string | null =>
  id !== null && people.get(id)?.active ? id : null
