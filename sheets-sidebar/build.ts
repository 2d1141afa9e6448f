import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** What Apps Script reads: no modules, and nothing that its parser does not know. */
const SCRIPT: BuildOptions = {
  entryPoints: [join(HERE, 'server/script.ts')],
  bundle: true,
  target: 'es2020',
  charset: 'utf8',
  write: false,
  metafile: true,
  logLevel: 'warning',
}

/** The Apps Script project but for its manifest, as text by file name. `origin`: the Worker; empty for the page's own. */
export async function buildSheets({ origin }: { readonly origin: string }): Promise<SheetsFiles> {
  const [code, page] = await Promise.all([scriptCode(), sidebarPage(origin)])
  return { 'Code.js': code, 'sidebar.html': page }
}

export type SheetsFiles = Readonly<Record<'Code.js' | 'sidebar.html', string>>

/** Google calls global functions alone, so each export gets one. */
async function scriptCode(): Promise<string> {
  const [asModule, asScript] = await Promise.all([
    build({ ...SCRIPT, format: 'esm', outfile: 'Code.js' }),
    build({ ...SCRIPT, format: 'iife', globalName: 'Quayside', outfile: 'Code.js' }),
  ])
  const names = Object.values(asModule.metafile?.outputs ?? {}).flatMap((output) => output.exports)
  const globals = names.map((name) => `function ${name}() {\n  return Quayside.${name}.apply(this, arguments)\n}\n`)
  return [asScript.outputFiles?.[0]?.text, ...globals].join('\n')
}

/** One file: HtmlService serves no others. */
async function sidebarPage(origin: string): Promise<string> {
  const [page, style, script] = await Promise.all([
    panePage(join(HERE, 'sidebar/sidebar.html')),
    paneStyle(join(HERE, 'sidebar/sidebar.css')),
    build({
      ...PANE_SCRIPT,
      format: 'iife',
      entryPoints: [join(HERE, 'sidebar/sidebar.ts')],
      define: { WORKER_ORIGIN: JSON.stringify(origin) },
      write: false,
    }),
  ])
  return page
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script.outputFiles[0]?.text}</script>`)
}
