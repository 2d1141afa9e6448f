import { builtinModules } from 'node:module'
import { basename } from 'node:path'
import { build } from 'esbuild'

/**
 * A Worker as ES modules by name, each with its text; the entry keeps the name of its file. What is imported only
 * where it is needed stays a module of its own: wrangler would put all into one, and every start would pay for it.
 */
export async function buildWorker(entry: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', ...builtinModules],
    // For libraries in CommonJS that ask for a module of Node.
    banner: { js: 'const require = (name) => process.getBuiltinModule(name)' },
    logLevel: 'warning',
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))
}
