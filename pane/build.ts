import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens'

const HERE = import.meta.dirname

/** What esbuild is told for the script of a pane. */
export const PANE_SCRIPT = { bundle: true, format: 'esm', target: 'es2022', minify: true, logLevel: 'warning' } as const

/** In the order in which they apply. */
const STYLES = ['page', 'panel', 'widgets', 'forms', 'frame', 'search', 'contrast']

/** The style sheet of a pane, followed by the host's own. */
export async function paneStyle(...own: readonly string[]): Promise<string> {
  const files = [...STYLES.map((name) => join(HERE, `styles/${name}.css`)), ...own]
  const parts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return themed(parts.join('\n'))
}

/** A host's page with what stands around the panel in every host put in its place. */
export async function panePage(file: string): Promise<string> {
  const [page, frame] = await Promise.all([readFile(file, 'utf8'), readFile(join(HERE, 'frame.html'), 'utf8')])
  return page.replace('<!-- pane/frame.html -->', () => frame.trim())
}

type ThemeTokens = Readonly<Record<string, string | number>>

/** The style sheet with the Fluent 2 tokens it uses, in every theme. A name that Fluent does not know stops the build. */
function themed(css: string): string {
  const names = [...new Set(Array.from(css.matchAll(/var\(--(\w+)\)/g), ([, name = '']) => name))].sort()
  const dark = tokens(webDarkTheme, names)
  return [
    `:root {${tokens(webLightTheme, names)}}`,
    // Until the host has said which theme is on, the system's wish decides: a white flash at night is unkind.
    `@media (prefers-color-scheme: dark) { body:not([data-theme]) {${dark}} }`,
    `[data-theme='dark'] {${dark}}`,
    // Paper is white.
    `@media print { body[data-theme] {${tokens(webLightTheme, names)}} }`,
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
