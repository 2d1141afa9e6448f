import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { ROLES, type Role } from '#shared/trade/user.ts'
import { newId } from '../firm.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'
import type { Plant } from './plants.ts'

/** One question of one person, and what the answer has to be. None of them changes anything, unless it says so. */
export interface Cell {
  readonly role: Role | null
  /** What is asked for, in words: `another team's`. */
  readonly what: string
  readonly ask: Ask
  readonly status: number
  /** The same question about what is not there: the answer has to be the same. */
  readonly absent?: Ask
  /** A word of the question by which alone the two may differ. */
  readonly but?: string
  /** Of this record exactly those canaries are in the answer that the reader may see. */
  readonly shows?: Plant
  /** The ids of the records in the answer. */
  readonly lists?: readonly string[]
  /** It is done, and changes what is there. */
  readonly writes?: true
  /** Is in the answer, or is not. */
  readonly says?: string
  readonly hides?: readonly string[]
}

/** An id that nobody has. */
export const ABSENT = newId()

/** A record as somebody may come across it; `seen` is what the posts' table says. */
export interface Met extends Plant {
  readonly seen: boolean
}

/** Of a type one record at each distance from a reader, one that is in another firm alone, and one that is nowhere. */
export function metBy(firm: LargeFirm, role: Role, type: TypeName): Met[] {
  const here = firm.plants.filter((plant) => plant.type === type && (plant.reader ?? role) === role)
  const each = [...new Map(here.map((plant) => [plant.whose, plant])).values()]
  const foreign = firm.foreign.find((plant) => plant.type === type && plant.reader === undefined)
  return [
    ...each.map((plant) => ({ ...plant, seen: sees(role, plant) })),
    ...(foreign ? [{ ...foreign, whose: "another firm's", near: 'none' as const, seen: false }] : []),
    { type, id: ABSENT, whose: 'nowhere', near: 'none', given: {}, seen: false },
  ]
}

/** For each reader, or for those who ask about a type. */
export const eachRole = (make: (role: Role) => readonly Cell[], roles: readonly Role[] = ROLES): Cell[] =>
  roles.flatMap(make)

/** A record that is a stranger's to everybody, or the house's. */
export const strange = (firm: LargeFirm, type: TypeName): Plant =>
  plantOf(firm, type, (TYPES[type] as RecordType).belongs && type !== 'user' ? "another team's" : "the house's")

/** What was planted for everybody, or for somebody. */
export function plantOf(firm: LargeFirm, type: TypeName, whose: string, reader?: Role): Plant {
  const found = firm.plants.find((plant) => plant.type === type && plant.whose === whose && plant.reader === reader)
  if (!found) throw new Error(`no ${type} is ${whose}`)
  return found
}

/** What is no id of ours, in a path: some were made of one. All are 404 for whoever asks. */
export const pathIds = (id: string): Readonly<Record<string, string>> => ({
  'a number': '42',
  'its small letters': id.toLowerCase(),
  'with NUL': `${id}%00`,
  'with a space': `%20${id}`,
  'an encoded slash': `..%2F${id}`,
  'two dots': '..',
  'a list': `%5B%22${id}%22%5D`,
  'an object': `%7B%22id%22:%22${id}%22%7D`,
  twice: `${id},${id}`,
  'half a letter': '%E0%A4%A',
  SQL: "'%20OR%201=1%20--",
  'very long': 'x'.repeat(8_000),
})

/** What is no id of ours, as a value in JSON. */
export const bodyIds = (id: string): Readonly<Record<string, unknown>> => ({
  'a number': 42,
  'a list': [id],
  'an object': { id },
  'a boolean': true,
  'with NUL': `${id}\0`,
  'two dots': '../..',
  empty: '',
  'very long': 'x'.repeat(8_000),
})

/** Who stands for all in questions that are the same for everybody: who sees all, who sees some, who sees nothing. */
export const SOME_ROLES: readonly Role[] = ['gm', 'sales_rep', 'admin']
