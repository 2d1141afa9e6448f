import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { buildDesk } from '../desk/build.ts'
import { buildInstall } from '../manifests/build.ts'
import { buildOutlook } from '../outlook-addin/build.ts'
import { buildWorker } from '../worker/build.ts'
import { buildFonts } from '../worker/fonts.ts'

/** Builds what is deployed into `.data/deploy`: the Worker and the pages it serves. Wrangler runs it, see `worker/wrangler.jsonc`. */
const root = resolve(import.meta.dirname, '..')
const [worker, assets] = [join(root, '.data/deploy/worker'), join(root, '.data/deploy/assets')]

await rm(join(root, '.data/deploy'), { recursive: true, force: true })
await mkdir(worker, { recursive: true })
const [modules] = await Promise.all([
  buildWorker(join(root, 'worker/src/index.ts')),
  buildOutlook(assets),
  buildDesk(assets),
  buildInstall(assets),
  buildFonts(assets),
])
await Promise.all(Object.entries(modules).map(([name, text]) => writeFile(join(worker, name), text)))
