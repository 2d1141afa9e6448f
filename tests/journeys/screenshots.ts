import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchBrowser } from './browser.ts'
import { open } from './open.ts'
import { startWorkbench } from './stage.ts'
import { STATES } from './states.ts'

/**
 * Pictures of every state of the pane, in light, dark and high contrast, Chinese and English, and of the whole
 * workbench for the README. Usage: npm run screenshots [-- FOLDER], by default `.data/screenshots`.
 */
const folder = resolve(process.argv[2] ?? '.data/screenshots')
mkdirSync(folder, { recursive: true })
const stage = await startWorkbench()
const browser = await launchBrowser()

const whole = await open(browser, stage.url, { mail: '03_br_resposta_cotacao' })
await whole.showing('Trilha Sul')
await whole.page.screenshot({ path: join(folder, 'workbench.png') })
await whole.context.close()

for (const { name, opening, reach } of STATES) {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      // Tall enough to see the whole pane, which in Outlook is scrolled.
      const workbench = await open(browser, stage.url, { ...opening, theme, language, height: 1500 })
      await reach(workbench)
      const pane = workbench.page.locator('iframe[src="/outlook/pane.html"]')
      await pane.screenshot({ path: join(folder, `${name}.${theme}.${language}.png`) })
      await workbench.context.close()
    }
  }
}
await browser.close()
await stage.stop()
console.log(`${STATES.length * 6 + 1} pictures in ${folder}`)
