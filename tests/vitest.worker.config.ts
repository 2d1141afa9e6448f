import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = `${resolve(import.meta.dirname, '..')}/`

/** Node's own modules, by both of their names. */
const NODE = builtinModules.flatMap((name) => [name, `node:${name}`])

/** Store and HTTP, in real workerd on real D1. One isolate for all files; each test plants a firm of its own. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: `${root}worker/src/index.ts`,
      miniflare: {
        compatibilityDate: '2026-10-01',
        d1Databases: { DB: 'tests' },
        bindings: {
          MIGRATIONS: await readD1Migrations(`${root}worker/migrations`),
          NAUGHTY: corpus('blns/blns.json', []),
          WYCHEPROOF: corpus('wycheproof/json_web_signature_test.json', { testGroups: [] }).testGroups,
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    root,
    include: ['tests/worker/**/*.test.ts'],
    globalSetup: ['tests/hosts/gmail-servers.ts', 'tests/hosts/identity-servers.ts'],
    setupFiles: ['tests/worker/setup.ts'],
    isolate: false,
    // Bundled, as it is for production: in the folders of a package, workerd cannot load all of CommonJS.
    deps: { optimizer: { ssr: { enabled: true, include: ['@googleapis/gmail'], exclude: NODE } } },
    // Some go through hundreds of hostile inputs; how fast that is belongs to the benches.
    testTimeout: 30_000,
  },
})

/** A file of the corpora, or what stands for it where they are not at hand; a test that wants it says when it is not. */
function corpus<Content>(path: string, missing: Content): Content {
  const file = join(process.env.QUAYSIDE_CORPORA ?? join(root, '../shared/corpora'), path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : missing
}
