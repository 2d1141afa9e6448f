import { strToU8, zipSync } from 'fflate'
import {
  type ExportedItem,
  exportedRecord,
  exportPage,
  masked,
  PERSONAL_EXPORT,
  type PersonalExport,
} from '#shared/privacy/export.ts'
import { finderOf, type Person } from '#shared/privacy/person.ts'
import type { KeptFiles } from '../files/files.ts'
import { keepBytes } from '../files/keep-bytes.ts'
import { readMail } from '../mail/read-mail.ts'
import type { Database } from '../store/database.ts'
import { fileKey, keepFile, readFile } from '../store/files.ts'
import { PLACES, type Place } from '../store/personal-places.ts'
import { rowAt } from '../store/personal-walk.ts'
import { type Find, findsOf, type PrivacyRequest, readFind } from '../store/privacy-requests.ts'
import type { Statement } from '../store/statement.ts'

/** Records in one export, and bytes of files that lie in it; what is beyond is listed. */
const [FINDS_MAX, BYTES_MAX, TOGETHER] = [5_000, 40 * 1024 * 1024, 80]

/** What is kept only to find, count or repeat something: it tells nothing that the records do not. */
const DERIVED = new Set([
  'addresses',
  'deal_roads',
  'last_prices',
  'idempotency_keys',
  'document_numbers',
  'privacy_requests',
])

/** Puts together what was found of a person: as data, as a page to read, and the files. For who asked for it alone. */
export async function exported(
  database: Database,
  request: PrivacyRequest,
  person: Person,
  { files, newId, now }: AnswerPorts,
): Promise<{ readonly fileId: string | null; readonly statements: readonly Statement[] }> {
  if (!files) return { fileId: null, statements: [] }
  const { tenantId, id } = request
  const [rows = []] = await database.batch([findsOf({ tenant: tenantId, request: id, limit: FINDS_MAX })])
  const finds = rows
    .map(readFind)
    .filter(({ place, kept }) => !DERIVED.has(place) && kept !== 'staff' && kept !== 'namesake')
  const items = await itemsOf(database, tenantId, finds, person)
  const parts: Record<string, Uint8Array> = {}
  let bytes = 0
  for (const { place, row } of items) {
    if (place.table !== 'files') continue
    const file = readFile(row)
    if (bytes + file.bytes > BYTES_MAX) continue
    const body = await files.get(fileKey(tenantId, file.sha256))
    if (!body) continue
    const content = new Uint8Array(await new Response(body).arrayBuffer())
    bytes += content.length
    if (file.mime === 'message/rfc822') {
      // The mail itself names everybody it went to: what it says is told, and its files lie beside it.
      const mail = await readMail(content)
      const said = mail ? `${mail.message.subject ?? ''}\n\n${mail.text}` : ''
      parts[`mails/${file.id}.txt`] = strToU8(String(masked(said, person)))
      continue
    }
    parts[`files/${file.id}-${file.name.replace(/[^\p{L}\p{N}._-]+/gu, '_')}`] = content
  }
  const told = items.map(({ item }) => item)
  const whole: PersonalExport = {
    format: PERSONAL_EXPORT,
    made_at: new Date(now).toISOString(),
    request: id,
    person,
    items: told,
    files: Object.keys(parts),
  }
  parts['export.json'] = strToU8(JSON.stringify(whole, null, 2))
  parts['export.html'] = strToU8(exportPage(whole))
  const fileId = newId()
  const about = { type: 'privacy_request', id } as const
  const zip = {
    id: fileId,
    name: 'personal-data.zip',
    mime: 'application/zip',
    about,
    shows: [],
    bytes: new Uint8Array(zipSync(parts)),
  }
  const kept = await keepBytes(files, tenantId, zip)
  return { fileId, statements: [keepFile({ tenantId, id: request.createdBy }, kept, now)] }
}

/** What answering a request needs of the place it runs in. */
export interface AnswerPorts {
  /** ms UTC. */
  readonly now: number
  readonly newId: () => string
  readonly files: KeptFiles | null
}

interface Item {
  readonly place: Place
  readonly row: Readonly<Record<string, unknown>>
  readonly item: ExportedItem
}

async function itemsOf(database: Database, tenantId: string, finds: readonly Find[], person: Person): Promise<Item[]> {
  const items: Item[] = []
  const finder = finderOf(person)
  for (let at = 0; at < finds.length; at += TOGETHER) {
    const some = finds.slice(at, at + TOGETHER).flatMap((find) => {
      const place = PLACES.find(({ table }) => table === find.place)
      return place ? [{ find, place }] : []
    })
    const rows = await database.batch(some.map(({ find, place }) => rowAt(place, tenantId, find.key)))
    for (const [index, { place }] of some.entries()) {
      const [row] = rows[index] ?? []
      if (row) items.push({ place, row, item: exportedRecord(place.table, place.holdings, row, { person, finder }) })
    }
  }
  return items
}
