import type { KeptFiles } from '../files/files.ts'
import type { Database } from '../store/database.ts'
import { sweepOf, sweptTo, unnamed } from '../store/file-sweep.ts'
import { fileKey } from '../store/files.ts'

/** Bytes are put before the batch that names them. What nobody has named after a day belongs to no batch any more. */
const ORPHAN_MS = 24 * 3_600_000
/** How many files are looked at in one run. */
const TOGETHER = 100
/** From one sweep of the whole bucket to the next. */
const REST_MS = 3_600_000

/**
 * Takes away some of the bytes that no record names: of writes that failed, of filing that was undone. In two round trips, and one
 * where a sweep is just over. Answers with how many. Whatever is no file of a firm stays where it is.
 */
export async function sweepFiles(database: Database, files: KeptFiles, now: number): Promise<number> {
  const [[before] = []] = await database.batch([sweepOf({ bucket: BUCKET })])
  const from = before?.cursor === null || before?.cursor === undefined ? null : String(before.cursor)
  if (before && from === null && Number(before.at) > now - REST_MS) return 0
  const { files: listed, cursor } = await files.list(from, TOGETHER)
  const old = listed.flatMap(({ key, putAt }) => {
    const [, tenant, sha256] = /^([^/]+)\/([\da-f]{64})$/.exec(key) ?? []
    return tenant && sha256 && putAt < now - ORPHAN_MS ? [[tenant, sha256]] : []
  })
  const [rows = []] = await database.batch([
    unnamed({ found: JSON.stringify(old) }),
    sweptTo({ bucket: BUCKET, cursor, now }),
  ])
  let removed = 0
  for (const { value } of rows) {
    const [tenant = '', sha256 = ''] = JSON.parse(String(value)) as string[]
    const key = fileKey(tenant, sha256)
    // Somebody may just have put it there again: then a batch is on its way that names it.
    const putAt = await files.putAt(key)
    if (putAt === null || putAt >= now - ORPHAN_MS) continue
    await files.remove(key)
    removed += 1
  }
  return removed
}

/** There is one so far. */
const BUCKET = 'files'
