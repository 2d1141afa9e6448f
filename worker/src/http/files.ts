import { mayAtAll } from '#shared/access/access.ts'
import type { Files } from '../files/files.ts'
import { sessionHash } from '../identity/session.ts'
import { fileById, fileKey, type StoredFile, seenFile } from '../store/files.ts'
import { personWithLink } from '../store/people.ts'
import type { Reader } from '../store/standing.ts'
import type { App, AppContext } from './app-types.ts'
import { personOf } from './authenticate.ts'
import { newLink } from './file-link.ts'
import { HttpProblem } from './problem.ts'

/**
 * Files by what they are about. Whoever may see one is given an address that opens it for them, for two minutes: a
 * browser's own download carries no token.
 */
export function mountFiles(app: App, files: Files): void {
  app.get('/v1/files/:id', async (context) => {
    const { database, person } = context.var
    const { id, name, mime, bytes, sha256 } = await load(context, person, context.req.param('id'))
    const { url, expiresAt, statements } = await newLink(context, id)
    await database.batch(statements)
    return context.json({ url, expiresAt, name, mime, bytes, sha256 })
  })

  app.get('/files/:token', async (context) => {
    context.header('Cache-Control', 'no-store')
    const { database, now } = context.var
    const hash = await sessionHash(context.req.param('token'))
    const [[row] = []] = await database.batch([personWithLink({ hash, now })])
    if (!row) throw new HttpProblem('not_found')
    const { link_file_id, ...own } = row
    const person = personOf(own, now)
    // What somebody could see a minute ago they may not see any more.
    const file = await load(context, person, String(link_file_id))
    const body = await files.get(fileKey(person.tenantId, file.sha256))
    if (!body) throw new Error('a file is not where it should be')
    return new Response(body, { headers: headersOf(file) })
  })
}

/** Who brings templates and sees those of others: who hands out quotations, and who keeps the house. */
export const keepsTemplates = ({ access }: Reader): boolean =>
  mayAtAll(access, 'own_field', 'edit') || mayAtAll(access, 'quotation', 'assign')

async function load({ var: { database } }: AppContext, person: Reader, id: string): Promise<StoredFile> {
  const file = seenFile(person, keepsTemplates(person), await database.batch(fileById(person, id)))
  if (!file) throw new HttpProblem('not_found')
  return file
}

/**
 * A file is opened by nobody but the reader's own program: it runs nothing, asks for nothing, and is framed nowhere. A PDF
 * is shown, and for that not in a sandbox: browsers' own viewers stay blank in one, and no script gets out of them.
 */
function headersOf({ name, mime, bytes }: StoredFile): Record<string, string> {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  const isPdf = mime === 'application/pdf'
  return {
    'Content-Type': mime,
    'Content-Length': String(bytes),
    'Content-Disposition': `${isPdf ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': isPdf
      ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
      : "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}
