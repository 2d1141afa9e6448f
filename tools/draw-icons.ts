import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ICON_SIZES, iconName, OUTLINE } from '../manifests/icons.ts'
import { launchBrowser } from '../tests/journeys/browser.ts'

/** Draws the icons in all their sizes from the SVGs beside them; run it after a change of those, and look at the small ones. */
const folder = join(resolve(import.meta.dirname, '..'), 'manifests/icons')

const browser = await launchBrowser()
const page = await browser.newPage()

async function draw(source: string, size: number, name: string): Promise<void> {
  const svg = await readFile(join(folder, source), 'utf8')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`)
  await writeFile(join(folder, name), await page.screenshot({ omitBackground: true }))
}

// At the smallest sizes its strokes would run together: those have a drawing of their own.
for (const size of ICON_SIZES) await draw(size < 24 ? 'quayside-small.svg' : 'quayside.svg', size, iconName(size))
await draw('outline.svg', 32, OUTLINE)
await browser.close()
