import { env } from 'cloudflare:test'
import type { FieldClass } from '#shared/record/field.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { FILED, fileKey, keepFile, type StoredFile } from '../../../worker/src/store/files.ts'
import { keepTemplate } from '../../../worker/src/store/templates.ts'
import { NOW, newId } from '../firm.ts'
import type { Plant } from './plants.ts'

/** What is in every file. */
export const CONTENT = 'what was offered to whom'

/** Files of a firm, by the id of the record that each is about. */
export interface Filed {
  readonly of: ReadonlyMap<string, string>
  readonly template: string
}

/** Puts a file with prices about each record that files are about into a firm, and a template under a key. */
export async function plantFiles(tenantId: string, plants: readonly Plant[], key: string): Promise<Filed> {
  const digest = await sha256(CONTENT)
  await env.FILES.put(fileKey(tenantId, digest), CONTENT)
  const made = { sha256: digest, name: 'offer.txt', mime: 'text/plain', bytes: CONTENT.length }
  const a = (about: StoredFile['about'], shows: readonly FieldClass[]): StoredFile => ({
    ...made,
    id: newId(),
    about,
    shows,
  })
  const files = plants.flatMap(({ type, id }) => {
    const filed = FILED.find((one) => one === type)
    return filed ? [a({ type: filed, id }, ['sales'])] : []
  })
  const template = a({ type: 'template', id: key }, [])
  const nobody = { tenantId, id: newId() }
  await openDatabase(env.DB).batch([
    ...[...files, template].map((file) => keepFile(nobody, file, NOW)),
    keepTemplate(nobody, { key, version: 1, kind: 'letterhead', fileId: template.id }, NOW),
  ])
  return { of: new Map(files.map(({ id, about }) => [about.id, id])), template: template.id }
}
