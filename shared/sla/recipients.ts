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
}

export interface Recipient {
  readonly userId: string
  readonly as: Addressee
}

/** Whom a level tells, nobody twice. Empty only where the firm's last resort is missing too. */
export function recipientsOf(tells: readonly Addressee[], charge: Charge): Recipient[] {
  const told = new Map<string, Recipient>()
  for (const as of tells) {
    const userId = present(nominal(as, charge), charge) ?? present(charge.fallbackId, charge)
    if (userId !== null && !told.has(userId)) told.set(userId, { userId, as })
  }
  return [...told.values()]
}

/** Who is told instead of somebody who must not see the record: whoever is above them, else the last resort. */
export function standInFor(userId: string, charge: Charge): string | null {
  const above = present(charge.people.get(userId)?.managerId ?? null, charge)
  const last = present(charge.fallbackId, charge)
  return [above, last].find((one) => one !== null && one !== userId) ?? null
}

/** Who that is by the firm's plan, whether or not they are there. */
function nominal(as: Addressee, { ownerId, leaderId, fallbackId, people }: Charge): string | null {
  const managerOf = (id: string | null) => (id === null ? null : (people.get(id)?.managerId ?? null))
  const responsible = ownerId ?? leaderId
  switch (as) {
    case 'responsible':
      return responsible
    case 'superior':
      return managerOf(responsible)
    case 'second_superior':
      return managerOf(managerOf(responsible))
    case 'fallback':
      return fallbackId
  }
}

const present = (id: string | null, { people }: Charge): string | null =>
  id !== null && people.get(id)?.active ? id : null
