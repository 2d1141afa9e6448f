import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BrandVariants,
  createDarkTheme,
  createHighContrastTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/tokens'
import { build } from 'esbuild'
import { buildSheets } from '../sheets-sidebar/build.ts'
import { type MailSource, summaryOf } from './src/mailbox/mail.ts'
import { parseMails } from './src/mailbox/parse.ts'

export type { MailSource }

const PAGE = join(import.meta.dirname, 'src/page')
const OUTLOOK = join(import.meta.dirname, 'src/outlook')
const SHEETS = join(import.meta.dirname, 'src/sheets')

/**
 * Writes `<outDir>/workbench`: the page, its stand-ins for Office and Google, and the mailbox as files: a list without
 * bodies, and each mail both as JSON and as it came.
 */
export async function buildWorkbench(
  outDir: string,
  { mails }: { readonly mails: readonly MailSource[] },
): Promise<void> {
  refuseUnsafeIds(mails)
  const out = join(outDir, 'workbench')
  await mkdir(join(out, 'mails'), { recursive: true })
  await Promise.all([
    writeMails(out, mails),
    copyFile(join(PAGE, 'index.html'), join(out, 'index.html')),
    writeStyle(out),
    build({ ...BROWSER, format: 'esm', entryPoints: [join(PAGE, 'page.ts')], outfile: join(out, 'page.js') }),
    build({ ...BROWSER, format: 'iife', entryPoints: [join(OUTLOOK, 'office.ts')], outfile: join(out, 'office.js') }),
    writeSheets(join(out, 'sheets')),
  ])
}

const BROWSER = { bundle: true, target: 'es2023', charset: 'utf8', logLevel: 'warning' } as const

/** The add-on's script and sidebar as they are pushed to Google, with the stand-ins for what Google puts around them. */
async function writeSheets(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const own = (name: string, outfile: string) =>
    build({ ...BROWSER, format: 'iife', entryPoints: [join(SHEETS, name)], outfile: join(out, outfile) })
  const { 'Code.js': code, 'sidebar.html': page } = await buildSheets({ origin: '' })
  const run = '<script src="/workbench/sheets/script-run.js"></script>'
  await Promise.all([
    own('script-frame.ts', 'stand-in.js'),
    own('script-run.ts', 'script-run.js'),
    copyFile(join(SHEETS, 'script.html'), join(out, 'script.html')),
    writeFile(join(out, 'Code.js'), code),
    writeFile(
      join(out, 'sidebar.html'),
      page.replace('<head>', () => `<head>${run}`),
    ),
  ])
}

/** Before anything is written: ids are file names. */
function refuseUnsafeIds(mails: readonly MailSource[]): void {
  const ids = new Set<string>()
  for (const { id } of mails) {
    if (!/^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u.test(id)) throw new Error(`No id for a mail: ${JSON.stringify(id)}`)
    if (ids.has(id)) throw new Error(`Two mails have the id ${id}`)
    ids.add(id)
  }
}

async function writeMails(out: string, mails: readonly MailSource[]): Promise<void> {
  const parsed = await parseMails(mails)
  await Promise.all([
    writeFile(join(out, 'mails.json'), JSON.stringify(parsed.map(summaryOf))),
    ...parsed.map((mail) => writeFile(join(out, 'mails', `${mail.id}.json`), JSON.stringify(mail))),
    ...mails.map(({ id, raw }) => writeFile(join(out, 'mails', `${id}.eml`), raw)),
  ])
}

/** The style sheet, with the tokens that it names taken from Fluent for each theme. */
async function writeStyle(out: string): Promise<void> {
  const { outputFiles } = await build({
    ...BROWSER,
    entryPoints: [join(PAGE, 'page.css')],
    write: false,
  })
  const style = outputFiles[0]?.text ?? ''
  const named = new Set(style.match(/(?<=var\(--)[a-z]+[A-Z0-9]\w*/g))
  const themes = Object.entries(THEMES).map(([name, theme]) => {
    const tokens = [...named].map((token) => `  --${token}: ${tokenOf(theme, token)};`)
    const scheme = name === 'light' ? 'light' : 'dark'
    return [`:root[data-theme='${name}'] {`, `  color-scheme: ${scheme};`, ...tokens, '}', ''].join('\n')
  })
  await writeFile(join(out, 'page.css'), themes.join('\n') + style)
}

function tokenOf(theme: Theme, token: string): string | number {
  const value = theme[token as keyof Theme]
  if (value === undefined) throw new Error(`Fluent has no token ${token}`)
  return value
}

/** The teal of a harbour, in Fluent's sixteen steps from darkest to lightest; a colour of our own. */
const HARBOUR: BrandVariants = {
  10: '#02171a',
  20: '#05262a',
  30: '#073439',
  40: '#094248',
  50: '#0b5057',
  60: '#0c5e66',
  70: '#0e6c75',
  80: '#0f7a85',
  90: '#2b8b95',
  100: '#469ca5',
  110: '#60adb5',
  120: '#7abdc4',
  130: '#94cdd2',
  140: '#aedce0',
  150: '#c8eaed',
  160: '#e2f5f7',
}

const THEMES = {
  light: createLightTheme(HARBOUR),
  dark: createDarkTheme(HARBOUR),
  contrast: createHighContrastTheme(),
}
