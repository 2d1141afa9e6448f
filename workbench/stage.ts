import { join, resolve } from 'node:path'
import { Miniflare } from 'miniflare'
import { buildDesk } from '../desk/build.ts'
import { buildInstall } from '../manifests/build.ts'
import { buildOutlook } from '../outlook-addin/build.ts'
import { buildWorker } from '../worker/build.ts'
import { buildFonts } from '../worker/fonts.ts'
import { buildWorkbench, type MailSource } from './build.ts'
import { cardSecret, localKey, takeFolder } from './data-folder.ts'
import { type GmailServer, startGmailServer } from './gmail-server.ts'
import { migrate } from './migrate.ts'
import type { Options } from './options.ts'
import { demoThreads, firmName, plantDemo } from './plant-demo.ts'
import { staffAddresses } from './src/demo/staff.ts'
import type { LocalGmail } from './src/local/google.ts'
import { KEPT_MAILS } from './src/local/local-mail.ts'
import { readMailFolder } from './src/mailbox/read-folder.ts'

export interface Stage {
  readonly url: string
  readonly stop: () => Promise<void>
}

const here = import.meta.dirname

/**
 * Builds the pages, makes the database ready, and starts the Gmail server and the Worker in workerd: its port
 * opens last, when everything behind it is whole. Everything it writes is in the data folder.
 */
export async function startStage(options: Options): Promise<Stage> {
  const data = resolve(options.data)
  const leaveFolder = takeFolder(data)
  let gmail: Promise<GmailServer> | undefined
  let miniflare: Miniflare | undefined
  const stop = async () => {
    // What did not start cannot be stopped either, and that is no news.
    await Promise.allSettled([miniflare?.dispose(), gmail?.then((server) => server.stop())])
    leaveFolder()
  }
  try {
    const assets = join(data, 'assets')
    const mails = [...(await sampleMails()), ...(options.empty ? [] : demoThreads(options.scale))]
    gmail = startGmailServer({ mails, owners: staffAddresses() })
    const [modules, server] = await Promise.all([
      buildWorker(join(here, 'src/worker.ts')),
      gmail,
      buildOutlook(assets),
      buildInstall(assets),
      buildDesk(assets),
      buildFonts(assets),
      buildWorkbench(assets, { mails }),
      readyDatabase(join(data, 'state'), options),
    ])
    miniflare = await started(modules, options.port, data, localGmail(server, mails))
    const { origin } = await miniflare.ready
    return { url: origin, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The sample mails: `QUAYSIDE_MAILS`, or the project's copies. */
const sampleMails = (): Promise<MailSource[]> =>
  readMailFolder(resolve(process.env.QUAYSIDE_MAILS ?? join(here, 'mails')))

const DATABASES = { DB: { type: 'd1', id: 'quayside' }, LOCAL: { type: 'd1', id: 'local' } } as const

/** Migrates, and plants the demo firm where there is none yet. */
async function readyDatabase(state: string, options: Options): Promise<void> {
  const miniflare = new Miniflare({
    ...common(state, 0),
    workers: [worker({ 'worker.js': 'export default {}' }, DATABASES)],
  })
  try {
    await migrate(await miniflare.getD1Database('DB'), join(here, '../worker/migrations'))
    const local = await miniflare.getD1Database('LOCAL')
    await local.prepare('CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT').run()
    await local.prepare(KEPT_MAILS).run()
    const planted = await local.prepare("SELECT value FROM settings WHERE key = 'planted'").first<{ value: string }>()
    if (planted) return refuseOther(planted.value, options)
  } finally {
    await miniflare.dispose()
  }
  plantDemo(state, options)
}

/** A folder is planted once. Wishes for another firm than the one it holds are said, not dropped. */
function refuseOther(planted: string, options: Options): void {
  if (options.asked && planted !== firmName(options)) {
    throw new Error(`the data folder holds a demo firm of "${planted}"; --scale and --empty are for an empty folder`)
  }
}

/** What the Worker must know to be called as by Gmail: the tokens and ids that the server gave out. */
function localGmail({ url, tokenOf, idOf, threadOf }: GmailServer, mails: readonly MailSource[]): LocalGmail {
  const mailboxOf = (owner: string) => ({
    token: tokenOf(owner),
    mails: Object.fromEntries(
      mails.map(({ id }) => [id, { messageId: idOf(owner, id), threadId: threadOf(owner, id) }]),
    ),
  })
  return { url, mailboxes: Object.fromEntries(staffAddresses().map((owner) => [owner, mailboxOf(owner)])) }
}

async function started(modules: Modules, port: number, data: string, gmail: LocalGmail): Promise<Miniflare> {
  const env = {
    ...DATABASES,
    LOCAL_KEY: { type: 'text', value: await localKey(data) },
    CARD_SECRET: { type: 'text', value: await cardSecret(data) },
    GMAIL: { type: 'json', value: gmail },
    ASSETS: { type: 'assets' },
    FILES: { type: 'r2', name: 'files' },
  } as const
  const assets = {
    directory: join(data, 'assets'),
    hasUserWorker: true,
    htmlHandling: 'none',
    notFoundHandling: 'none',
    runWorkerFirst: true,
  } as const
  return new Miniflare({ ...common(join(data, 'state'), port), workers: [worker(modules, env, { assets })] })
}

const common = (state: string, port: number) => ({
  host: '127.0.0.1',
  port,
  resourcePersistencePath: state,
  telemetry: { enabled: false },
  logRequests: false,
})

type Modules = Awaited<ReturnType<typeof buildWorker>>

function worker<Env extends object, More extends object>(texts: Modules, env: Env, more?: More) {
  const modules = Object.entries(texts).map(([name, contents]) => [name, { type: 'esm' as const, contents }])
  return {
    config: {
      name: 'workbench',
      compatibilityDate: '2026-10-01',
      manifest: { mainModule: 'worker.js', modulesRoot: '/', modules: Object.fromEntries(modules) },
      env,
      ...more,
    },
  }
}
