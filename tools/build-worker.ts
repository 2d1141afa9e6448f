import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { buildWorker } from '../worker/build.ts'

/** Builds the production Worker into `.data/worker`. Wrangler runs it, see `worker/wrangler.jsonc`. */
const root = resolve(import.meta.dirname, '..')
const out = join(root, '.data/worker')

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
const modules = Object.entries(await buildWorker(join(root, 'worker/src/index.ts')))
await Promise.all(modules.map(([name, text]) => writeFile(join(out, name), text)))
