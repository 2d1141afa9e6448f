import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** Writes the desk as it is served: `<outDir>/desk/desk.html`, `desk.css` and `desk.js`. */
export async function buildDesk(outDir: string): Promise<void> {
  const out = join(outDir, 'desk')
  const styles = ['layout', 'history', 'print'].map((name) => join(HERE, `styles/${name}.css`))
  await mkdir(out, { recursive: true })
  await Promise.all([
    build({ ...PANE_SCRIPT, entryPoints: [join(HERE, 'src/desk.ts')], outfile: join(out, 'desk.js') }),
    panePage(join(HERE, 'desk.html')).then((html) => writeFile(join(out, 'desk.html'), html)),
    paneStyle(...styles).then((css) => writeFile(join(out, 'desk.css'), css)),
  ])
}
