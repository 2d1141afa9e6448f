import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join } from 'node:path'
import { build, type Plugin, transform } from 'esbuild'

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
    // Names stay: a failure is told by the place where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', ...builtinModules],
    // For a library that looks for a file beside its own: nothing lies beside the Worker.
    define: { 'import.meta.url': '"file:///worker/"' },
    // For libraries in CommonJS that ask for a module of Node.
    banner: { js: 'const require = (name) => process.getBuiltinModule(name)' },
    plugins: [lessZod, plainFonts, pngAtOnce, shortNames],
    logLevel: 'warning',
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))
}

/**
 * Zod brings its messages in forty languages, ours are written by us, in two; a compiler of schemas to source text, which no
 * Worker may run; and readers and writers of JSON Schema, for what describes our API writes its own. Together they are half of it.
 */
const WRITING_JSON_SCHEMA = /^(?:\s*inst\._zod\.processJSONSchema = .*;|export \{ toJSONSchema \} from .*;)$/gm

/** Of its messages one is asked for: that there is nothing where something should be. What is answered is said by us. */
const SAYING_NOTHING = `export default () => ({
  localeError: ({ input }) => input === undefined ? 'received undefined' : 'wrong',
})`

const lessZod: Plugin = {
  name: 'less-zod',
  setup({ onResolve, onLoad }) {
    const ofZod = (importer: string) => importer.includes('/zod/')
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer, resolveDir }) =>
      ofZod(importer) ? { path: join(resolveDir, '../locales/en.js') } : null,
    )
    onResolve({ filter: /\/(?:compile|from-json-schema|to-json-schema|json-schema-generator)\.js$/ }, ({ importer }) =>
      ofZod(importer) ? { path: 'unused', namespace: 'unused-zod' } : null,
    )
    onLoad({ filter: /./, namespace: 'unused-zod' }, () => ({ contents: 'module.exports = {}' }))
    onLoad({ filter: /\/zod\/v4\/locales\/en\.js$/ }, () => ({ contents: SAYING_NOTHING }))
    // What each kind of schema would write of itself is asked by nobody, and unused without this.
    onLoad({ filter: /\/zod\/v4\/(?:classic\/(?:schemas|external)|core\/index)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      return { contents: await shortened(source.replace(WRITING_JSON_SCHEMA, '')) }
    })
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

/** Of a library, what its files call things within themselves; ours keep their names. */
const shortNames: Plugin = {
  name: 'short-names',
  setup({ onLoad }) {
    onLoad({ filter: /\/node_modules\/.*\.m?js$/, namespace: 'file' }, async ({ path }) => {
      return { contents: await shortened(await readFile(path, 'utf8')) }
    })
  },
}

const shortened = async (source: string): Promise<string> =>
  (await transform(source, { minifyIdentifiers: true, target: 'es2024' })).code
