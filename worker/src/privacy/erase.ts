import { KEPT_BY_LAW, OF_THE_HOUSE } from '#shared/privacy/duties.ts'
import { type Erasing, erasedRow } from '#shared/privacy/erased-row.ts'
import { traitsIn } from '#shared/privacy/person.ts'
import type { Progress } from '#shared/privacy/request.ts'
import { isSearched } from '#shared/search/searched.ts'
import type { KeptFiles } from '../files/files.ts'
import type { Database, Row } from '../store/database.ts'
import { factsAfter } from '../store/facts.ts'
import { fileKey, readFile } from '../store/files.ts'
import type { Place } from '../store/personal-places.ts'
import { pageOf, removed, replaced } from '../store/personal-walk.ts'
import { fileGone, filesOf, type PrivacyRequest, sharedBytes } from '../store/privacy-requests.ts'
import { readRecord } from '../store/records.ts'
import type { Statement } from '../store/statement.ts'
import { FILES_TABLE, textsIn } from './collect.ts'
import { FILES_PLACE, walkOn } from './walk.ts'

/** Files looked at in one step. */
const FILES = 8
/** Rows changed in one batch. */
const TOGETHER = 20

/** Where an erasure goes on; null once a whole round changed nothing, and not before: as long as somebody writes the person down, it is not done. */
export type ErasedOn = Progress | null

/**
 * Changes some more of everything that a firm has. What dies in the middle is done again from where the request stands: each row is
 * changed to what it would be changed to again.
 */
export async function eraseOn(
  database: Database,
  files: KeptFiles | null,
  { tenantId, progress }: Pick<PrivacyRequest, 'tenantId' | 'progress'>,
  erasing: Erasing,
): Promise<ErasedOn> {
  const changed =
    progress.place < FILES_PLACE
      ? await eraseRows(database, files, tenantId, progress, erasing)
      : await eraseFiles(database, files, tenantId, progress, erasing)
  const sum = progress.changed + changed.count
  if (changed.next) return { ...progress, ...changed.next, changed: sum }
  if (progress.place < FILES_PLACE && files) return { ...progress, place: FILES_PLACE, after: null, changed: sum }
  if (sum === 0) return null
  return { place: 0, after: null, round: progress.round + 1, changed: 0 }
}

interface Changed {
  readonly count: number
  readonly next: Pick<Progress, 'place' | 'after'> | null
}

async function eraseRows(
  database: Database,
  files: KeptFiles | null,
  tenantId: string,
  progress: Progress,
  erasing: Erasing,
): Promise<Changed> {
  const { rows, next } = await walkOn(database, tenantId, progress)
  const groups: Statement[][] = []
  for (const { place, row } of rows) {
    if (place.type && OF_THE_HOUSE.has(place.type)) continue
    const erased = erasedRow(place.table, place.holdings, row, erasing)
    if (erased.kind === 'untouched') continue
    if (erased.kind === 'removed') groups.push([removed(place, tenantId, row)])
    else {
      const gone = erased.files ? await filesGone(database, files, tenantId, String(row.id ?? row.interaction_id)) : []
      groups.push([replaced(place, tenantId, row, erased.set), ...gone, ...following(tenantId, place, row, erased.set)])
    }
  }
  const count = groups.length
  while (groups.length > 0) {
    const batch = groups.splice(0, TOGETHER).flat()
    await database.batch(batch)
  }
  return { count, next }
}

/** What follows from a record is worked out anew: addresses, and what it is searched for by. */
function following(
  tenantId: string,
  { type }: Place,
  row: Row,
  set: Readonly<Record<string, string | null>>,
): Statement[] {
  if (!type || !(type === 'contact' || isSearched(type))) return []
  const { custom: _, ...values } = readRecord<Record<string, unknown>>(type, { ...row, ...set, custom: '{}' })
  const changed = Object.fromEntries(
    Object.keys(set).flatMap((key) => (key === 'custom' ? [] : [[key, values[key] ?? null]])),
  )
  return factsAfter(tenantId, [{ kind: 'update', type, before: readRecord(type, { ...row }), values: changed }])
}

/** The files of a mail. Bytes that are nobody else's go first: who dies in between does it again. */
async function filesGone(
  database: Database,
  files: KeptFiles | null,
  tenant: string,
  about: string,
): Promise<Statement[]> {
  const [rows = []] = await database.batch([filesOf({ tenant, about })])
  for (const { sha256, shared } of rows) {
    if (files && Number(shared) === 0) await files.remove(fileKey(tenant, String(sha256)))
  }
  return rows.flatMap(({ id }) => fileGone.map((make) => make({ tenant, id, about })))
}

/** Files in whose text the person stands. Papers that have to be kept stay as they were sent. */
async function eraseFiles(
  database: Database,
  files: KeptFiles | null,
  tenant: string,
  { after }: Progress,
  { finder }: Erasing,
): Promise<Changed> {
  if (!files) return { count: 0, next: null }
  const [rows = []] = await database.batch([pageOf(FILES_TABLE, tenant, after, FILES)])
  let count = 0
  for (const file of rows.map(readFile)) {
    if (KEPT_BY_LAW.has(file.about.type) || file.about.type === 'template') continue
    const texts = await textsIn(files, tenant, file)
    if (!texts?.some((text) => traitsIn(finder, text).length > 0)) continue
    const [shared = []] = await database.batch([sharedBytes({ tenant, id: file.id, sha256: file.sha256 })])
    if (shared.length === 0) await files.remove(fileKey(tenant, file.sha256))
    await database.batch(fileGone.map((make) => make({ tenant, id: file.id, about: file.about.id })))
    count += 1
  }
  const last = rows.at(-1)
  return { count, next: rows.length === FILES && last ? { place: FILES_PLACE, after: [String(last.id)] } : null }
}
