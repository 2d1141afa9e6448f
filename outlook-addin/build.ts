import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens'
import { build } from 'esbuild'

const HERE = import.meta.dirname

/** Writes the Outlook pane as it is served: `<outDir>/outlook/pane.html`, `pane.css` and `pane.js`. */
export async function buildOutlook(outDir: string): Promise<void> {
  const out = join(outDir, 'outlook')
  await mkdir(out, { recursive: true })
  await Promise.all([
    build({
      entryPoints: [join(HERE, 'src/pane.ts')],
      outfile: join(out, 'pane.js'),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      logLevel: 'warning',
    }),
    readFile(join(HERE, 'pane.html')).then((html) => writeFile(join(out, 'pane.html'), html)),
    styleSheet().then((css) => writeFile(join(out, 'pane.css'), css)),
  ])
}

/** In the order in which they apply. */
const STYLES = ['page', 'panel', 'widgets', 'forms', 'frame', 'contrast']

async function styleSheet(): Promise<string> {
  const parts = await Promise.all(STYLES.map((name) => readFile(join(HERE, `styles/${name}.css`), 'utf8')))
  return themed(parts.join('\n'))
}

type ThemeTokens = Readonly<Record<string, string | number>>

/** The style sheet with the Fluent 2 tokens it uses, in every theme. A name that Fluent does not know stops the build. */
function themed(css: string): string {
  const names = [...new Set(Array.from(css.matchAll(/var\(--(\w+)\)/g), ([, name = '']) => name))].sort()
  const dark = tokens(webDarkTheme, names)
  return [
    `:root {${tokens(webLightTheme, names)}}`,
    // Until Outlook has said which theme is on, the system's wish decides: a white flash at night is unkind.
    `@media (prefers-color-scheme: dark) { body:not([data-theme]) {${dark}} }`,
    `[data-theme='dark'] {${dark}}`,
    `[data-theme='contrast'] {${tokens(teamsHighContrastTheme, names)}}`,
    css,
  ].join('\n')
}

function tokens(theme: ThemeTokens, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = theme[name]
      if (value === undefined) throw new Error(`Fluent has no token ${name}`)
      return ` --${name}: ${value};`
    })
    .join('')
}
