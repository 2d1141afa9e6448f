import type { D1Migration } from '@cloudflare/vitest-plugin'

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database
      FILES: R2Bucket
      ASSETS: Fetcher
      MIGRATIONS: D1Migration[]
      NAUGHTY: string[]
      // biome-ignore lint/suspicious/noExplicitAny: a file of others, read by the test by its documented shape
      WYCHEPROOF: any[]
    }
  }
}
