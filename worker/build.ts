import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

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
    plugins: [englishOnly],
    logLevel: 'warning',
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))
}

/** Zod brings its messages in forty languages, a quarter of the whole; ours are written by us, in two. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup({ onResolve }) {
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer, resolveDir }) =>
      importer.includes('/zod/') ? { path: join(resolveDir, '../locales/en.js') } : null,
    )
  },
}
