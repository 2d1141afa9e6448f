import { type Letterhead, LetterheadSchema, PLAIN_LETTERHEAD } from '#shared/paper/letterhead.ts'
import type { Files } from '../files/files.ts'
import { fileKey } from '../store/files.ts'
import type { StoredTemplate } from '../store/templates.ts'

/**
 * Templates with what is in them: the letterhead, plain where
 * there is none, and the workbook, where the firm has its own. Its file's id says later what a paper was made of.
 */
export async function firmTemplates(
  files: Files,
  tenantId: string,
  templates: readonly Pick<StoredTemplate, 'kind' | 'sha256'>[],
): Promise<{ readonly letterhead: Letterhead; readonly workbook?: Uint8Array }> {
  const found = await Promise.all(
    templates.map(async ({ kind, sha256 }) => {
      const body = await files.get(fileKey(tenantId, sha256))
      if (!body) throw new Error('a template is not where it should be')
      return { kind, bytes: new Uint8Array(await new Response(body).arrayBuffer()) }
    }),
  )
  const bytesOf = (kind: string) => found.find((one) => one.kind === kind)?.bytes
  const [letterhead, workbook] = [bytesOf('letterhead'), bytesOf('xlsx')]
  return {
    letterhead: letterhead
      ? LetterheadSchema.parse(JSON.parse(new TextDecoder().decode(letterhead)))
      : PLAIN_LETTERHEAD,
    ...(workbook && { workbook }),
  }
}
