import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, inject, test } from 'vitest'
import { theBrowser } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const url = inject('stageUrl')

test.each([
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)(
  'the install page in %s and %s is accessible, and nothing of it is beside a screen of 320 px',
  async (locale, colorScheme) => {
    const page = await (await theBrowser()).newPage({
      viewport: { width: 320, height: 640 },
      locale,
      colorScheme,
      bypassCSP: true,
    })
    const troubles: string[] = []
    page.on('response', (response) => {
      if (!response.ok()) troubles.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(`${url}/install/`)
    await page.evaluate(axe)
    const violations = await page.evaluate(async () =>
      (await (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run()).violations.map(
        ({ id }) => id,
      ),
    )
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(96)
    expect(troubles).toEqual([])
  },
)

test('whoever presses a file on the install page gets it', async () => {
  const page = await (await theBrowser()).newPage()
  await page.goto(`${url}/install/`)
  for (const name of ['outlook.xml', 'outlook.zip', 'gmail-deployment.json', 'appsscript.json']) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`a[href="/install/${name}"]`)])
    expect(download.suggestedFilename()).toBe(name)
    expect(readFileSync(await download.path()).length).toBeGreaterThan(300)
  }
})
