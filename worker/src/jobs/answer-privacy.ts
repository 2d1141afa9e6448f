import { COPY_KEPT_MS } from '#shared/privacy/request.ts'
import { advance } from '../privacy/advance.ts'
import type { AnswerPorts } from '../privacy/export.ts'
import type { Database, Row } from '../store/database.ts'
import { fileKey } from '../store/files.ts'
import { copiesOver, fileGone, readRequest, requestsToDo } from '../store/privacy-requests.ts'
import { troubleOf } from '../trouble.ts'

/** Requests taken in one run, and steps of each: what is large takes some minutes, and nothing else waits for it. */
const [TOGETHER, STEPS] = [3, 4]

const COPIES_TOGETHER = 5

/** Copies whose week is over go. Their bytes go first: who dies in between does it again. */
async function endCopies(database: Database, files: AnswerPorts['files'], rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  for (const { tenant_id, sha256, shared } of rows) {
    if (files && Number(shared) === 0) await files.remove(fileKey(String(tenant_id), String(sha256)))
  }
  await database.batch(
    rows.flatMap(({ tenant_id: tenant, id, about_id: about }) => fileGone.map((make) => make({ tenant, id, about }))),
  )
}

/** Goes on with what was asked about people's data. What fails is tried again by the next run, from where it stood. */
export async function answerPrivacy(database: Database, ports: AnswerPorts): Promise<number> {
  const before = ports.now - COPY_KEPT_MS
  const [rows = [], over = []] = await database.batch([
    requestsToDo({ limit: TOGETHER }),
    copiesOver({ before, limit: COPIES_TOGETHER }),
  ])
  await endCopies(database, ports.files, over)
  let steps = 0
  for (const row of rows) {
    try {
      let request = readRequest(row)
      for (let step = 0; step < STEPS; step += 1) {
        const next = await advance(database, request, ports)
        if (next === request) break
        request = next
        steps += 1
      }
    } catch (error) {
      console.error(JSON.stringify({ job: 'answer-privacy', ...troubleOf(error) }))
    }
  }
  return steps
}
