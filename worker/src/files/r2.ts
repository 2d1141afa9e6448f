import type { Files } from './files.ts'

/** Files in a bucket of Cloudflare R2. */
export const r2Files = (bucket: R2Bucket): Files => ({
  async put(key, bytes) {
    await bucket.put(key, bytes)
  },
  get: async (key) => (await bucket.get(key))?.body ?? null,
})
