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
    // For a library that looks for a file beside its own: nothing lies beside the Worker.
    define: { 'import.meta.url': '"file:///worker/"' },
    // For libraries in CommonJS that ask for a module of Node.
    banner: { js: 'const require = (name) => process.getBuiltinModule(name)' },
    plugins: [englishOnly, plainFonts, pngAtOnce],
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

/** Fonts may come packed by Brotli, whose dictionary is half of all that makes a PDF; ours come as they are. */
const plainFonts: Plugin = {
  name: 'plain-fonts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^brotli\// }, () => ({ path: 'brotli', namespace: 'left-out' }))
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'export default undefined' }))
  },
}

/** The reader of PNG would start a thread of its own to unpack one, which a Worker cannot; it unpacks at once. */
const pngAtOnce: Plugin = {
  name: 'png-at-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fflate$/ }, ({ importer, resolveDir, namespace }) =>
      namespace === 'file' && importer.includes('/png-js/') ? { path: resolveDir, namespace: 'png-at-once' } : null,
    )
    onLoad({ filter: /./, namespace: 'png-at-once' }, ({ path }) => ({
      contents:
        'import { unzlibSync } from "fflate"; export const unzlib = (data, done) => done(null, unzlibSync(data))',
      resolveDir: path,
    }))
  },
}
