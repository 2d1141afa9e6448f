import { KEPT_BY_LAW } from '#shared/privacy/duties.ts'
import { TRAITS, traitsIn } from '#shared/privacy/person.ts'
import type { Progress } from '#shared/privacy/request.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Files } from '../files/files.ts'
import type { Database, Row } from '../store/database.ts'
import { fileKey, readFile, type StoredFile } from '../store/files.ts'
import { PLACES, type Place } from '../store/personal-places.ts'
import { pageOf } from '../store/personal-walk.ts'
import { type Find, foundAmong, type PrivacyRequest } from '../store/privacy-requests.ts'
import { textsOf } from './file-text.ts'
import { findIn, type Sought } from './look.ts'
import { FILES_PLACE, walkOn } from './walk.ts'

/** Files read in one step: each may have 25 MB. */
const FILES = 8

/** What one step of a walk found, and where it goes on; null once everything was looked at. */
export interface Collected {
  readonly finds: readonly Find[]
  readonly next: Progress | null
}

/** Looks at some more of everything that a firm has, for one person. Without `files` the bytes of files are left out. */
export async function collectOn(
  database: Database,
  files: Files | null,
  request: Pick<PrivacyRequest, 'tenantId' | 'id' | 'progress'>,
  sought: Sought,
): Promise<Collected> {
  const { tenantId, progress } = request
  if (progress.place < FILES_PLACE) {
    const { rows, next } = await walkOn(database, tenantId, progress)
    const finds = rows.flatMap(({ place, row }) => findIn(place, row, sought) ?? [])
    const onward = next ?? (files ? { place: FILES_PLACE, after: null } : null)
    return { finds, next: onward && { ...progress, ...onward } }
  }
  if (!files) return { finds: [], next: null }
  const [rows = []] = await database.batch([pageOf(FILES_TABLE, tenantId, progress.after, FILES)])
  const finds: Find[] = []
  for (const row of rows) finds.push(...(await fileFind(database, files, request, row, sought)))
  const last = rows.at(-1)
  return { finds, next: rows.length === FILES && last ? { ...progress, after: [String(last.id)] } : null }
}

export const FILES_TABLE = PLACES.find(({ table }) => table === 'files') as Place

/** A paper about what is theirs is told also where nobody can look into it. */
async function fileFind(
  database: Database,
  files: Files,
  { tenantId, id }: Pick<PrivacyRequest, 'tenantId' | 'id'>,
  row: Row,
  sought: Sought,
): Promise<Find[]> {
  const file = readFile(row)
  const isPaper = KEPT_BY_LAW.has(file.about.type)
  const texts = await textsIn(files, tenantId, file)
  const traits = TRAITS.filter((trait) => (texts ?? []).some((text) => traitsIn(sought.finder, text).includes(trait)))
  const find = { place: FILES_TABLE.table, key: [file.id], traits } as const
  if (traits.length > 0) return [{ ...find, kept: isPaper ? 'paper' : null }]
  const found = await foundAbout(database, tenantId, id, file)
  // What came with a mail of theirs is theirs, whatever is in it.
  if (MAILED.has(file.about.type)) return found.some(isOfTheirs) ? [{ ...find, kept: null }] : []
  if (texts !== null || found.length === 0) return []
  return [{ ...find, kept: isPaper ? 'paper' : 'unread' }]
}

const MAILED: ReadonlySet<string> = new Set(['interaction', 'private_mail'])

/** By their address, or as theirs without any trait: a name alone may be mentioned by anybody. */
const isOfTheirs = ({ traits }: Row): boolean => {
  const found = JSON.parse(String(traits)) as string[]
  return found.length === 0 || found.includes('address')
}

/** What was found for the request of the record that a file is about. */
async function foundAbout(database: Database, tenant: string, request: string, { about }: StoredFile): Promise<Row[]> {
  const place = about.type === 'private_mail' ? 'private_mails' : TYPES[about.type as TypeName]?.plural
  const keys = JSON.stringify([JSON.stringify([about.id])])
  const [rows = []] = await database.batch([foundAmong({ tenant, request, keys })])
  return rows.filter((row) => row.place === place)
}

/** What can be read in a file; null for one that cannot be searched, and nothing for one that is gone. */
export async function textsIn(files: Files, tenantId: string, file: StoredFile): Promise<string[] | null> {
  const body = await files.get(fileKey(tenantId, file.sha256))
  if (!body) return []
  return textsOf(file.mime, new Uint8Array(await new Response(body).arrayBuffer()))
}
