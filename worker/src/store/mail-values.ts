import { type SQL, sql } from 'drizzle-orm'
import type { SoughtByMail } from '#shared/customer/match/sought.ts'
import { given } from './statement.ts'

/**
 * What a mail is looked up by, as statements are given it: so many values of each kind, empty ones null. Values that are bound
 * cost nothing to go through; a list in JSON would count as a row read for each of its elements, in every statement.
 */
const PLACES = {
  addresses: 4,
  domains: 4,
  copied: 8,
  copiedDomains: 8,
  thread: 12,
  conversation: 1,
  /** Numbers that tell by themselves whose they are. */
  telling: 4,
  numbers: 8,
  names: 4,
  country: 1,
  shapes: 24,
  replyAddresses: 2,
  replyDomains: 2,
} as const
type Kind = keyof typeof PLACES
export type MailNames = `${Kind}${number}`

const KINDS = Object.keys(PLACES) as Kind[]

type MailValues = Readonly<Record<MailNames, string | null>>

/** The values for a mail; without one nothing is found. Several statements of a batch ask for those of the same. */
export function asMail(sought: SoughtByMail | null): MailValues {
  const known = sought ? KNOWN.get(sought) : NOTHING
  if (known) return known
  const values = valuesOf(sought)
  if (sought) KNOWN.set(sought, values)
  return values
}

const KNOWN = new WeakMap<SoughtByMail, MailValues>()

function valuesOf(sought: SoughtByMail | null): MailValues {
  const lists = sought ? listsOf(sought) : null
  const values: Record<MailNames, string | null> = {}
  for (const kind of KINDS) {
    for (let at = 0; at < PLACES[kind]; at++) values[`${kind}${at}`] = lists?.[kind][at] ?? null
  }
  return values
}

const NOTHING = valuesOf(null)

function listsOf({ parties, thread, conversation, numbers, names, country, shapes, replyTo }: SoughtByMail) {
  const { addresses, domains, copied, copiedDomains } = parties
  const one = (value: string | null) => (value === null ? [] : [value])
  return {
    addresses,
    domains,
    copied,
    copiedDomains,
    thread,
    conversation: one(conversation),
    telling: numbers.flatMap(({ telling, key }) => (telling ? [key] : [])),
    numbers: numbers.map(({ key }) => key),
    names,
    country: one(country),
    shapes,
    replyAddresses: replyTo.addresses,
    replyDomains: replyTo.domains,
  } satisfies Record<Kind, readonly string[]>
}

/** The one value of a kind that has one. */
export const mailValue = (kind: 'conversation' | 'country') => given(`${kind}0`)

/** The values of a kind as a table to join from: each is looked up by the index, in their order. `column1` is the value. */
export function mailValues(kind: Kind): SQL {
  const values = Array.from({ length: PLACES[kind] }, (_, at) => sql`(${given(`${kind}${at}`)})`)
  return sql`(VALUES ${sql.join(values, sql`, `)})`
}

/** From the values of a kind to the rows that have one of them: `FROM` and what it joins. `index` names the index to use. */
export const foundBy = (kind: Kind, table: unknown, field: string, index?: string): SQL =>
  sql`${mailValues(kind)} v CROSS JOIN ${table} t ${sql.raw(index ? `INDEXED BY ${index}` : '')}
    ON t.tenant_id = ${given('tenant')} AND t.${sql.raw(field)} = v.column1`
