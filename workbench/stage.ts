import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { Miniflare } from 'miniflare'
import { buildOutlook } from '../outlook-addin/build.ts'
import { buildWorkbench, type MailSource } from './build.ts'
import { bundleWorker } from './build-worker.ts'
import { migrate } from './migrate.ts'
import type { Options } from './options.ts'
import { demoThreads, plantDemo } from './plant-demo.ts'
import { readMailFolder } from './src/mailbox/read-folder.ts'

export interface Stage {
  readonly url: string
  readonly stop: () => Promise<void>
}

const here = import.meta.dirname

/**
 * Builds the pages, starts the Worker in workerd with its database on disk, migrates and plants the
 * demo firm where there is none yet. Everything it writes is in the data folder.
 */
export async function startStage(options: Options): Promise<Stage> {
  const data = resolve(options.data)
  const assets = join(data, 'assets')
  const mails = [...(await sampleMails()), ...(options.empty ? [] : demoThreads(options.scale))]
  const [script] = await Promise.all([bundleWorker(), buildOutlook(assets), buildWorkbench(assets, { mails })])
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: options.port,
    resourcePersistencePath: join(data, 'state'),
    telemetry: { enabled: false },
    logRequests: false,
    workers: [
      {
        config: {
          name: 'workbench',
          compatibilityDate: '2026-10-01',
          manifest: {
            mainModule: 'worker.js',
            modulesRoot: '/',
            modules: { 'worker.js': { type: 'esm', contents: script } },
          },
          env: {
            DB: { type: 'd1', id: 'quayside' },
            LOCAL: { type: 'd1', id: 'local' },
            LOCAL_KEY: { type: 'text', value: await localKey(data) },
            ASSETS: { type: 'assets' },
          },
          assets: {
            directory: assets,
            hasUserWorker: true,
            htmlHandling: 'none',
            notFoundHandling: 'none',
            runWorkerFirst: true,
          },
        },
      },
    ],
  })
  const url = await miniflare.ready
  const database = await miniflare.getD1Database('DB')
  const local = await miniflare.getD1Database('LOCAL')
  await migrate(database, join(here, '../worker/migrations'))
  await plantDemo(database, local, options)
  return { url: url.origin, stop: () => miniflare.dispose() }
}

/** The sample mails: `QUAYSIDE_MAILS`, or the project's copies. */
const sampleMails = (): Promise<MailSource[]> =>
  readMailFolder(resolve(process.env.QUAYSIDE_MAILS ?? join(here, 'mails')))

/** The private key of the local issuer, made once for a data folder and readable by its owner alone. */
async function localKey(data: string): Promise<string> {
  const file = join(data, 'local-key.json')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = JSON.stringify({ ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256' })
  mkdirSync(data, { recursive: true })
  writeFileSync(file, key, { mode: 0o600 })
  return key
}
