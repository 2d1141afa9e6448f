import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** Built by itself: in one go, what the two have in common would be a third file, for which every pane would wait. */
const NESTED_APART: Plugin = {
  name: 'nested-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/nested-app\.ts$/ }, () => ({ path: './nested-app.js', external: true })),
}

/** Writes the Outlook pane as it is served: `<outDir>/outlook/pane.html`, `pane.css`, `pane.js`, and `nested-app.js` beside it. */
export async function buildOutlook(outDir: string): Promise<void> {
  const out = join(outDir, 'outlook')
  const script = (name: string, plugins: Plugin[] = []) =>
    build({ ...PANE_SCRIPT, entryPoints: [join(HERE, `src/${name}.ts`)], outfile: join(out, `${name}.js`), plugins })
  await mkdir(out, { recursive: true })
  await Promise.all([
    script('pane', [NESTED_APART]),
    script('nested-app'),
    panePage(join(HERE, 'pane.html')).then((html) => writeFile(join(out, 'pane.html'), html)),
    paneStyle().then((css) => writeFile(join(out, 'pane.css'), css)),
  ])
}
