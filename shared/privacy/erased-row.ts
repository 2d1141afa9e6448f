import type { Holding } from './holding.ts'
import { type Finder, type Person, traitsIn, without } from './person.ts'

/** A row as the database has it. */
export type StoredRow = Readonly<Record<string, unknown>>

/** What of a row is about a person, before anything is changed. */
export interface Erasing {
  readonly person: Person
  readonly finder: Finder
  /** What stands where the person stood: `erased person 7F3A`. */
  readonly pseudonym: string
}

/** What becomes of a row. */
export type Erased =
  | { readonly kind: 'untouched' }
  /** It was there only to find the person by. */
  | { readonly kind: 'removed' }
  | {
      readonly kind: 'changed'
      readonly set: Readonly<Record<string, string | null>>
      /** Files about the record go with it. */
      readonly files?: true
    }

const UNTOUCHED: Erased = { kind: 'untouched' }

/** What identifies a contact and what is only a note about them; the rest of the record stays. */
const CONTACT_GONE: readonly string[] = ['salutation', 'emails', 'phones', 'title', 'department']
/** What a mail, call or chat says. */
const TOLD: ReadonlySet<string> = new Set([
  ...CONTACT_GONE,
  'full_name',
  'subject',
  'snippet',
  'message',
  'contact_name',
  'email',
  'message_id',
])
const SAID: readonly string[] = ['snippet', 'attachments', 'body_ref', 'provider_thread', 'in_reply_to']

/** What becomes of a row of a table, whose columns hold what `holdings` says. */
export function erasedRow(
  table: string,
  holdings: Readonly<Record<string, Holding>>,
  row: StoredRow,
  erasing: Erasing,
): Erased {
  if (table === 'contacts' && erasing.person.contactIds.includes(String(row.id))) return contact(row, erasing)
  if (table === 'events') return event(row, erasing)
  if (isNamesake(table, row, erasing)) return UNTOUCHED
  const set: Record<string, string | null> = {}
  for (const [column, holding] of Object.entries(holdings)) {
    const value = row[column]
    if (typeof value !== 'string' || holding === 'nobody') continue
    if (holding === 'key') {
      if (traitsIn(erasing.finder, value).length > 0) return { kind: 'removed' }
      continue
    }
    const cleaned =
      holding === 'json' ? withoutInJson(value, erasing) : without(erasing.finder, value, erasing.pseudonym)
    if (cleaned !== value) set[column] = cleaned
  }
  if (table === 'interactions' || table === 'private_mails') return said(table, row, set, erasing)
  if (table === 'inquiries') return inquiry(row, set, erasing)
  return changed(row, set)
}

/** A column that tells records apart stays one of its own. */
const UNIQUE: Readonly<Record<string, string>> = { message_id: 'id', root: 'id' }

function changed(row: StoredRow, set: Record<string, string | null>, files = false): Erased {
  for (const [column, own] of Object.entries(UNIQUE))
    if (typeof set[column] === 'string') set[column] = `erased:${row[own]}`
  const differs = Object.entries(set).some(([column, value]) => row[column] !== value)
  if (!differs) return UNTOUCHED
  return files ? { kind: 'changed', set, files } : { kind: 'changed', set }
}

/** The person's own record: nothing of it says any more who it was. */
function contact(row: StoredRow, { pseudonym }: Erasing): Erased {
  const gone = Object.fromEntries(CONTACT_GONE.map((column) => [column, null]))
  return changed(row, { full_name: pseudonym, ...gone, custom: '{}' })
}

/** What was said to or by them is gone; that, when and with which customer something was said stays. */
function said(table: string, row: StoredRow, set: Record<string, string | null>, erasing: Erasing): Erased {
  const { person, pseudonym } = erasing
  if (table === 'private_mails') {
    if (set.content === undefined) return UNTOUCHED
    const nothing = { subject: pseudonym, snippet: null, participants: null, attachments: null, body_ref: null }
    return changed(row, { content: JSON.stringify(nothing) }, true)
  }
  const isTheirs = set.participants !== undefined || person.contactIds.includes(String(row.contact_id ?? ''))
  const isCorrespondence = row.kind === 'mail' || row.kind === 'chat'
  if (!isTheirs || (!isCorrespondence && row.kind !== 'call')) return changed(row, set)
  const gone: Record<string, string | null> = Object.fromEntries(SAID.map((column) => [column, null]))
  const participants = set.participants
  if (participants !== undefined) gone.participants = participants
  return changed(row, { ...set, ...gone, subject: pseudonym }, true)
}

/** Records in whose history a name alone may be another person's. */
const OF_PEOPLE: readonly unknown[] = ['contact', 'inquiry']

/**
 * Who changed which field and when stays. Of what is theirs nothing is told of what was said; `about` is how the record is called
 * now: what was theirs bears the pseudonym already, for records come before their history.
 */
function event(row: StoredRow, erasing: Erasing): Erased {
  const { person, finder, pseudonym } = erasing
  const before = String(row.changes)
  const isTheirs = person.contactIds.includes(String(row.record_id)) || row.about === pseudonym
  const isOthers =
    !isTheirs && OF_PEOPLE.includes(row.type) && traitsIn(finder, before).every((trait) => trait === 'name')
  if (isOthers) return UNTOUCHED
  const changes = withoutInJson(isTheirs ? tellsNothing(before, pseudonym) : before, erasing)
  return changes === before ? UNTOUCHED : { kind: 'changed', set: { changes } }
}

/** What they wrote to ask for something goes with them; that somebody asked stays. */
function inquiry(row: StoredRow, set: Record<string, string | null>, { pseudonym }: Erasing): Erased {
  if (set.email !== undefined || set.contact_name !== undefined) {
    return changed(row, { ...set, contact_name: pseudonym, email: null, message: null })
  }
  return changed(row, set)
}

/** Somebody of the same name who is known by other addresses and telephones than theirs. */
export function isNamesake(table: string, row: StoredRow, { person, finder }: Erasing): boolean {
  const known = table === 'contacts' ? [row.emails, row.phones] : table === 'inquiries' ? [row.email] : []
  const texts = known.filter((value) => typeof value === 'string' && value !== '[]')
  if (texts.length === 0 || person.addresses.length + person.phones.length === 0) return false
  return !Object.values(row).some(
    (value) => typeof value === 'string' && traitsIn(finder, value).some((trait) => trait !== 'name'),
  )
}

/** A person anywhere in JSON. What is not JSON is taken as a text. */
function withoutInJson(stored: string, erasing: Erasing): string {
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    return without(erasing.finder, stored, erasing.pseudonym)
  }
  const cleaned = cleanedValue(value, erasing)
  return cleaned === value ? stored : JSON.stringify(cleaned)
}

/** The very value where nothing of it names the person. Whole entries of a list that is of addresses or people are left out. */
function cleanedValue(value: unknown, erasing: Erasing): unknown {
  if (typeof value === 'string') return without(erasing.finder, value, erasing.pseudonym)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const kept = value.filter((one) => !isTheirEntry(one, erasing))
    const cleaned = kept.map((one) => cleanedValue(one, erasing))
    return cleaned.length === value.length && cleaned.every((one, index) => one === value[index]) ? value : cleaned
  }
  const entries = Object.entries(value).map(
    ([key, one]) => [without(erasing.finder, key, erasing.pseudonym), cleanedValue(one, erasing), key, one] as const,
  )
  if (entries.every(([name, one, key, before]) => name === key && one === before)) return value
  return Object.fromEntries(entries.map(([name, one]) => [name, one]))
}

/** A participant of a mail: another one of the same name has an address of their own. */
function isTheirEntry(one: unknown, { finder, person }: Erasing): boolean {
  if (typeof one !== 'object' || one === null || !('address' in one || 'contact_id' in one)) return false
  const entry = one as { readonly address?: unknown; readonly contact_id?: unknown }
  if (typeof entry.contact_id === 'string' && person.contactIds.includes(entry.contact_id)) return true
  return typeof entry.address === 'string' && traitsIn(finder, entry.address).includes('address')
}

/** What fields of the person's own record said before and after: that they changed stays, what they said does not. */
function tellsNothing(stored: string, pseudonym: string): string {
  const changes = JSON.parse(stored) as { field: string; old?: unknown; new?: unknown }[]
  const plain = (value: unknown) =>
    value === null || value === undefined ? value : Array.isArray(value) ? [] : pseudonym
  const cleaned = JSON.stringify(
    changes.map((change) =>
      TOLD.has(change.field) || SAID.includes(change.field) || change.field.startsWith('custom.')
        ? { ...change, ...('old' in change && { old: plain(change.old) }), new: plain(change.new) }
        : change,
    ),
  )
  return cleaned === JSON.stringify(changes) ? stored : cleaned
}
