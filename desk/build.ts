import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** Writes the desk as it is served: `<outDir>/desk/desk.html`, `board.html`, `privacy.html`, `desk.css` and a script for each. */
export async function buildDesk(outDir: string): Promise<void> {
  const out = join(outDir, 'desk')
  const styles = ['layout', 'history', 'board', 'privacy', 'print'].map((name) => join(HERE, `styles/${name}.css`))
  await mkdir(out, { recursive: true })
  await Promise.all([
    ...['desk', 'board', 'privacy'].flatMap((name) => [
      build({ ...PANE_SCRIPT, entryPoints: [join(HERE, `src/${name}.ts`)], outfile: join(out, `${name}.js`) }),
      panePage(join(HERE, `${name}.html`)).then((html) => writeFile(join(out, `${name}.html`), html)),
    ]),
    paneStyle(...styles).then((css) => writeFile(join(out, 'desk.css'), css)),
  ])
}
