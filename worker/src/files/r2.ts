import type { KeptFiles } from './files.ts'

/** Files in a bucket of Cloudflare R2. */
export const r2Files = (bucket: R2Bucket): KeptFiles => ({
  async put(key, bytes) {
    await bucket.put(key, bytes)
  },
  get: async (key) => (await bucket.get(key))?.body ?? null,
  async list(cursor, limit) {
    const listed = await bucket.list({ limit, ...(cursor === null ? {} : { cursor }) })
    const files = listed.objects.map(({ key, uploaded }) => ({ key, putAt: uploaded.getTime() }))
    return { files, cursor: listed.truncated ? listed.cursor : null }
  },
  putAt: async (key) => (await bucket.head(key))?.uploaded.getTime() ?? null,
  remove: (key) => bucket.delete(key),
})
