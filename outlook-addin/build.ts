import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** Writes the Outlook pane as it is served: `<outDir>/outlook/pane.html`, `pane.css` and `pane.js`. */
export async function buildOutlook(outDir: string): Promise<void> {
  const out = join(outDir, 'outlook')
  await mkdir(out, { recursive: true })
  await Promise.all([
    build({ ...PANE_SCRIPT, entryPoints: [join(HERE, 'src/pane.ts')], outfile: join(out, 'pane.js') }),
    panePage(join(HERE, 'pane.html')).then((html) => writeFile(join(out, 'pane.html'), html)),
    paneStyle().then((css) => writeFile(join(out, 'pane.css'), css)),
  ])
}
