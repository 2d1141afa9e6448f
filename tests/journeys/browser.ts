import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** How long a page is waited for: less than a test may take, so that what was missing is named. */
export const PATIENCE_MS = 20_000

let running: Promise<Browser> | undefined

/** One for all files of a run, which ends with it: to start one costs as much as a short journey. */
export function theBrowser(): Promise<Browser> {
  running ??= launchBrowser()
  return running
}

/** What a test has opened goes with it: a page left open goes on working, and makes every later one slower. */
export async function closePages(): Promise<void> {
  await Promise.all((await running)?.contexts().map((context) => context.close()) ?? [])
}

/**
 * Chromium from the package registry, with its own libraries and with fonts for Latin, Chinese and
 * Arabic: the bundled font configuration knows one folder only, so it gets one of ours.
 */
export async function launchBrowser(): Promise<Browser> {
  // Makes the package unpack the system libraries it brings, which a bare machine does not have.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  process.env.FONTCONFIG_FILE = fontConfiguration()
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    headless: true,
    // It ends when whoever started it does; closing it first would hold them up.
    handleSIGTERM: false,
    // The package's own list of arguments would switch web security off and hide what CORS refuses.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

function fontConfiguration(): string {
  const require = createRequire(import.meta.url)
  const folders = ['@embedpdf/fonts-sc', '@embedpdf/fonts-arabic'].map((name) =>
    join(dirname(require.resolve(name)), '..', 'fonts'),
  )
  const cache = join(tmpdir(), 'quayside-fonts')
  mkdirSync(cache, { recursive: true })
  const file = join(cache, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${[...folders, '/tmp/fonts', '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('\n')}
${['sans-serif', 'Segoe UI'].map((name) => `<alias><family>${name}</family><prefer><family>Open Sans</family><family>Noto Sans S Chinese</family></prefer></alias>`).join('\n')}
<cachedir>${cache}</cachedir></fontconfig>`,
  )
  return file
}
