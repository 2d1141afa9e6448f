import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** The desk's pages, and in whose HTML each stands. */
const PAGES = { desk: 'desk', board: 'board', layout: 'board' } as const

/** Writes the desk as it is served: `<outDir>/desk/desk.html`, `board.html`, `layout.html`, `desk.css` and a script for each page. */
export async function buildDesk(outDir: string): Promise<void> {
  const out = join(outDir, 'desk')
  const styles = ['layout', 'history', 'board', 'panel-layout', 'print'].map((name) => join(HERE, `styles/${name}.css`))
  await mkdir(out, { recursive: true })
  await Promise.all([
    ...Object.entries(PAGES).flatMap(([name, frame]) => [
      build({ ...PANE_SCRIPT, entryPoints: [join(HERE, `src/${name}.ts`)], outfile: join(out, `${name}.js`) }),
      panePage(join(HERE, `${frame}.html`)).then((html) =>
        writeFile(join(out, `${name}.html`), html.replace(`/desk/${frame}.js`, `/desk/${name}.js`)),
      ),
    ]),
    paneStyle(...styles).then((css) => writeFile(join(out, 'desk.css'), css)),
  ])
}
