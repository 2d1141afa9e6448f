import { sha256 } from '../sha256.ts'
import { fileKey, type StoredFile } from '../store/files.ts'
import type { Files } from './files.ts'

/**
 * Puts the bytes of a file in their place, and answers with what is to be written down of it by `keepFile`, in the batch of the write
 * it belongs to. Bytes whose batch fails lie there under their own sum and do no harm.
 */
export async function keepBytes(
  files: Files,
  tenantId: string,
  file: Pick<StoredFile, 'id' | 'name' | 'mime' | 'about' | 'shows'> & { readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<StoredFile> {
  const digest = await sha256(file.bytes)
  await files.put(fileKey(tenantId, digest), file.bytes)
  return { ...file, sha256: digest, bytes: file.bytes.length }
}
