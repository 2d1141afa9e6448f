import { normalisedAddress } from '#shared/customer/address.ts'
import { text } from '#shared/i18n/language.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { Holding } from './holding.ts'
import { type Finder, type Person, traitsIn } from './person.ts'

/** The shape of an export and its version: `docs/privacy.md`. */
export const PERSONAL_EXPORT = 'quayside-personal-data/1'

/** One record about the person: what it says, when it was made, and where it came from. */
export interface ExportedItem {
  readonly type: string
  readonly id: string
  /** ISO 8601. */
  readonly at: string | null
  /** The surface through which it came in: a mail, a form, the API. */
  readonly source: string | null
  readonly values: Readonly<Record<string, unknown>>
}

export interface PersonalExport {
  readonly format: typeof PERSONAL_EXPORT
  /** ISO 8601. */
  readonly made_at: string
  readonly request: string
  readonly person: Person
  readonly items: readonly ExportedItem[]
  readonly files: readonly string[]
}

interface Of {
  readonly person: Person
  readonly finder: Finder
}

/** Columns that tell nothing of the person and much of the house. */
const INNER = /^(tenant_id|version|created_by|updated_by|owner_id|team_id|sha256|shows|content_hash|body_ref|filed_by)$/
const WHEN = ['occurred_at', 'received_at', 'at', 'created_at']
/** What was said with the person, or is their own: told as a whole. */
const WHOLE = new Set(['contacts', 'interactions', 'inquiries', 'private_mails'])

/** A row as the person may have it: of their own records everything, of others what says something of them; other people are masked. */
export function exportedRecord(
  table: string,
  holdings: Readonly<Record<string, Holding>>,
  row: Readonly<Record<string, unknown>>,
  { person, finder }: Of,
): ExportedItem {
  const isOwn = WHOLE.has(table)
  const values = Object.entries(row).flatMap(([column, value]) => {
    if (value === null || INNER.test(column) || value === '' || column === 'id') return []
    const holding = holdings[column] ?? 'nobody'
    const says = typeof value === 'string' && holding !== 'nobody' && traitsIn(finder, value).length > 0
    if (!isOwn && !says && !/^(doc_no|type|name|mime|action|record_id)$/.test(column)) return []
    return [[column, holding === 'json' ? masked(parsed(value), person) : masked(value, person)] as const]
  })
  const at = WHEN.map((column) => row[column]).find((value) => typeof value === 'number')
  return {
    type: table,
    id: String(row.id ?? row.record_id ?? row.interaction_id ?? row.key ?? ''),
    at: at === undefined ? null : new Date(Number(at)).toISOString(),
    source: row.source === undefined ? (row.surface === undefined ? null : String(row.surface)) : String(row.source),
    values: Object.fromEntries(values),
  }
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value))
  } catch {
    return value
  }
}

const ADDRESS = /[^\s@<>"'`,;:()[\]{}|]+@[^\s@<>"'`,;:()[\]{}|]+/gu

/** The addresses of others are told as far as one sees that there is one; of an entry with an address the name as well. */
export function masked(value: unknown, person: Person): unknown {
  const isTheirs = (address: string) =>
    person.addresses.includes(normalisedAddress(address.replace(/[.!?]+$/, '')) ?? '')
  if (typeof value === 'string') return value.replace(ADDRESS, (one) => (isTheirs(one) ? one : `${one[0]}***@***`))
  if (Array.isArray(value)) return value.map((one) => masked(one, person))
  if (typeof value !== 'object' || value === null) return value
  const isOther = 'address' in value && typeof value.address === 'string' && !isTheirs(value.address)
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, isOther && key === 'name' ? '***' : masked(one, person)]),
  )
}

const WORDS = {
  title: text('Your personal data', '您的个人数据'),
  made: text('Made', '生成时间'),
  files: text('Files', '文件'),
} as const

/** The same to read, in both languages: a page without scripts, whatever stands in it is text. */
export function exportPage({ made_at, items, files }: PersonalExport): string {
  const both = ({ en, 'zh-CN': zh }: { readonly en: string; readonly 'zh-CN': string }) => escaped(`${zh} · ${en}`)
  const labelOf = (type: string) => {
    const found = Object.values(TYPES).find(({ plural }) => plural === type)
    return found ? both(found.label) : escaped(type)
  }
  const rows = (values: ExportedItem['values']) =>
    Object.entries(values)
      .map(
        ([key, value]) =>
          `<dt>${escaped(key)}</dt><dd>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</dd>`,
      )
      .join('')
  return [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${both(WORDS.title)}</title><style>${STYLE}</style><h1>${both(WORDS.title)}</h1><p>${both(WORDS.made)}: ${escaped(made_at)}</p>`,
    ...items.map(
      ({ type, at, source, values }) =>
        `<section><h2>${labelOf(type)}</h2><p>${escaped([at, source].filter(Boolean).join(' · '))}</p><dl>${rows(values)}</dl></section>`,
    ),
    `<h2>${both(WORDS.files)}</h2><ul>${files.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul></html>`,
  ].join('\n')
}

const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:50rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'section{border-top:1px solid;padding:.5rem 0}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}'

const escaped = (value: string): string =>
  value.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
