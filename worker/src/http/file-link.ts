import { newSessionToken, sessionHash } from '../identity/session.ts'
import { keepLink } from '../store/files.ts'
import type { Statement } from '../store/statement.ts'
import type { AppContext } from './app-types.ts'

/** How long an address opens a file, ms: long enough for a browser to begin. */
const LINK_MS = 2 * 60_000

export interface FileAddress {
  readonly url: string
  /** ms UTC. */
  readonly expiresAt: number
  /** What makes it open; for the batch of the write that it belongs to. */
  readonly statements: readonly Statement[]
}

/** An address that opens a file for who asks, for two minutes. */
export async function newLink({ var: { person, now, filesOrigin } }: AppContext, file: string): Promise<FileAddress> {
  const token = newSessionToken()
  const expiresAt = now + LINK_MS
  const statements = keepLink(person, { hash: await sessionHash(token), file, until: expiresAt }, now)
  return { url: `${filesOrigin}/files/${token}`, expiresAt, statements }
}
