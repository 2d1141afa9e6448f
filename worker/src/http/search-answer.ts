import { may } from '#shared/access/access.ts'
import { seenRecord } from '#shared/access/seen-record.ts'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { byRank, type Found, type Ranked, type SearchAnswer, SearchQuery } from '#shared/search/found.ts'
import { type Match, matchOf } from '#shared/search/match.ts'
import type { SearchedType } from '#shared/search/searched.ts'
import { lookedUp, type Sought, soughtIn } from '#shared/search/sought.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { Row } from '../store/database.ts'
import { seenRecord as seenRow } from '../store/records.ts'
import { type FoundRow, readFound, search as searchStatement } from '../store/search.ts'
import type { AppContext } from './app-types.ts'
import { parseValue, singles } from './parse.ts'

/** What the reader may see of what fits, the best first. What they may not see is nothing here. */
export async function search(context: AppContext): Promise<SearchAnswer> {
  const { database, person } = context.var
  const { q, limit } = parseValue(context, SearchQuery, singles(context))
  const sought = soughtIn(q)
  if (!sought) return { results: [] }
  const [rows = []] = await database.batch([searchStatement(person, lookedUp(sought))])
  const found = readFound(rows).flatMap((row) => foundFor(context, sought, row) ?? [])
  return {
    results: found
      .sort(byRank)
      .slice(0, limit)
      .map(({ told }) => told),
  }
}

/** Compared is what the reader sees of it: nobody learns by searching what stands in a field that is not for them. */
function foundFor(context: AppContext, sought: Sought, { type, row, customer, own }: FoundRow) {
  const { person, language } = context.var
  const stored = seenRow(type, person, row)
  if (!stored) return null
  const record = { ...seenRecord(type, stored, person) } as AnyRecord & Readonly<Record<string, unknown>>
  const match = matchOf(sought, type, record)
  const around =
    customer && may(person.access, 'customer', 'view', Number((type === 'contact' ? row : customer).standing))
      ? customer
      : null
  if (!match || (type === 'contact' && !around)) return null
  const title = titleOf(type, record)
  const { fields }: { readonly fields: Fields } = TYPES[type]
  const told: Found = {
    type,
    id: record.id,
    opens: type === 'contact' ? { type: 'customer', id: String(around?.id) } : { type, id: record.id },
    title,
    subtitle: subtitleOf(type, record, around),
    why: fields[match.field]?.label[language] ?? match.field,
  }
  return { told, type, title, own, match } satisfies Ranked & {
    told: Found
    match: Match
  }
}

type Texts = Readonly<Record<string, unknown>>

/** What a record is called in a list. */
function titleOf(type: SearchedType, record: Texts): string {
  const name = TITLES[type].find((field) => record[field])
  return String(record[name ?? 'doc_no'] ?? '')
}

const TITLES: Readonly<Record<SearchedType, readonly string[]>> = {
  customer: ['name'],
  contact: ['full_name'],
  inquiry: ['company_name', 'contact_name'],
  deal: ['subject'],
  order: ['doc_no'],
}

/** Its number, where that is not its title, and whose it is. */
function subtitleOf(type: SearchedType, { doc_no }: Texts, customer: Row | null): string | null {
  const said = [type === 'order' ? null : doc_no, customer?.name].filter((one) => typeof one === 'string')
  return said.join(' · ') || null
}
