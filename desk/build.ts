import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { PANE_SCRIPT, panePage, paneStyle } from '../pane/build.ts'

const HERE = import.meta.dirname

/** Pages that are drawn by their scripts alone: all on the same sheet of paper. */
const DRAWN = ['board', 'access', 'staff', 'privacy', 'layout', 'mail', 'mails', 'file', 'leave']

/** Writes the desk as it is served: `<outDir>/desk/desk.css`, and of each page `desk.html` and `desk.js`, `board.html` … */
export async function buildDesk(outDir: string): Promise<void> {
  const out = join(outDir, 'desk')
  const styles = ['layout', 'history', 'board', 'mail', 'access', 'staff', 'privacy', 'panel-layout', 'print'].map(
    (name) => join(HERE, `styles/${name}.css`),
  )
  await mkdir(out, { recursive: true })
  await Promise.all([
    ...['desk', ...DRAWN].map((name) =>
      // What cleans a mail, or unpacks a conversation, is got by who has one.
      build({
        ...PANE_SCRIPT,
        entryPoints: [join(HERE, `src/${name}.ts`)],
        outdir: out,
        splitting: name === 'mail' || name === 'desk',
      }),
    ),
    panePage(join(HERE, 'desk.html')).then((html) => writeFile(join(out, 'desk.html'), html)),
    panePage(join(HERE, 'drawn.html')).then((html) =>
      Promise.all(DRAWN.map((name) => writeFile(join(out, `${name}.html`), html.replace('{name}', name)))),
    ),
    paneStyle(...styles).then((css) => writeFile(join(out, 'desk.css'), css)),
  ])
}
