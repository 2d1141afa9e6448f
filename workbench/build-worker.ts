import { join } from 'node:path'
import { build } from 'esbuild'

/** The workbench's Worker as one module, as wrangler would bundle it. */
export async function bundleWorker(): Promise<string> {
  const result = await build({
    entryPoints: [join(import.meta.dirname, 'src/worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'warning',
  })
  return result.outputFiles[0]?.text ?? ''
}
