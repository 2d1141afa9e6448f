import { OF_THE_HOUSE } from '#shared/privacy/duties.ts'
import { isNamesake } from '#shared/privacy/erased-row.ts'
import { type Finder, finderOf, type Person, TRAITS, type Trait, traitsIn } from '#shared/privacy/person.ts'
import type { Row } from '../store/database.ts'
import type { Place } from '../store/personal-places.ts'
import { keyOf } from '../store/personal-walk.ts'
import type { Find } from '../store/privacy-requests.ts'

/** Somebody to look for, and how. */
export interface Sought {
  readonly person: Person
  readonly finder: Finder
}

export const soughtOf = (person: Person): Sought => ({ person, finder: finderOf(person) })

/** Whether a row is about somebody, and by what it says so; null where it is not. */
export function findIn(place: Place, row: Row, { person, finder }: Sought): Find | null {
  const traits = new Set<Trait>()
  for (const [column, holding] of Object.entries(place.holdings)) {
    const value = row[column]
    if (holding === 'nobody' || typeof value !== 'string') continue
    for (const trait of traitsIn(finder, readable(value, holding === 'json'))) traits.add(trait)
  }
  const own = place.table === 'contacts' ? row.id : place.table === 'events' ? row.record_id : row.contact_id
  const isLinked = typeof own === 'string' && person.contactIds.includes(own)
  if (traits.size === 0 && !isLinked) return null
  const kept =
    place.type && OF_THE_HOUSE.has(place.type)
      ? 'staff'
      : !isLinked && isNamesake(place.table, row, { person, finder, pseudonym: '' })
        ? 'namesake'
        : null
  return { place: place.table, key: keyOf(place, row), traits: TRAITS.filter((trait) => traits.has(trait)), kept }
}

/** Signs that JSON escapes are read as what they mean. */
function readable(value: string, isJson: boolean): string {
  if (!isJson || !value.includes('\\')) return value
  const texts: string[] = []
  try {
    JSON.parse(value, (_, one) => {
      if (typeof one === 'string') texts.push(one)
      return one
    })
  } catch {
    return value
  }
  return `${value}\n${texts.join('\n')}`
}
