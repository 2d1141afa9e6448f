import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { FONT_PATHS } from '../worker/fonts.ts'

const root = `${resolve(import.meta.dirname, '..')}/`

/** Node's own modules, by both of their names. */
const NODE = builtinModules.flatMap((name) => [name, `node:${name}`])

/** What makes papers and reads them. Named at once: what is found later has everything begin anew. */
const PAPERS = [
  '@xmldom/xmldom',
  'fflate',
  'unpdf',
  'postal-mime',
  'pdfkit',
  'pdfkit/output',
  'fontkit',
  'bidi-js',
  'linebreak',
]

/** The fonts of papers, as the Worker's static files have them. */
async function fonts(request: { readonly url: string }) {
  const path = FONT_PATHS[basename(new URL(request.url).pathname) as keyof typeof FONT_PATHS]
  return path ? new Response(await readFile(path)) : new Response(null, { status: 404 })
}

/** Store and HTTP, in real workerd on real D1. One isolate for all files; each test plants a firm of its own. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: `${root}worker/src/index.ts`,
      miniflare: {
        compatibilityDate: '2026-10-01',
        d1Databases: { DB: 'tests' },
        r2Buckets: { FILES: 'tests' },
        serviceBindings: { ASSETS: fonts },
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
    deps: { optimizer: { ssr: { enabled: true, include: ['@googleapis/gmail', 'fflate', ...PAPERS], exclude: NODE } } },
    // Some go through hundreds of hostile inputs; how fast that is belongs to the benches.
    testTimeout: 30_000,
  },
})

/** A file of the corpora, or what stands for it where they are not at hand; a test that wants it says when it is not. */
function corpus<Content>(path: string, missing: Content): Content {
  const file = join(process.env.QUAYSIDE_CORPORA ?? join(root, '../shared/corpora'), path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : missing
}
