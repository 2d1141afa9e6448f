import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchBrowser } from './browser.ts'
import { DESK_STATES } from './desk-states.ts'
import { open } from './open.ts'
import { openDesk } from './open-desk.ts'
import { SIDEBAR, sheetOf } from './sheet.ts'
import { SHEETS_STATES } from './sheets-states.ts'
import { startWorkbench } from './stage.ts'
import { GMAIL_STATES, STATES } from './states.ts'

/**
 * Pictures of every state of the pane, of Gmail's cards, of the sheet's sidebar and of the desk, in light, dark and high contrast, Chinese and English,
 * and of the whole workbench. Usage: npm run screenshots [-- FOLDER], by default `.data/screenshots`.
 */
const folder = resolve(process.argv[2] ?? '.data/screenshots')
mkdirSync(folder, { recursive: true })
const stage = await startWorkbench()
const browser = await launchBrowser()

for (const host of ['outlook', 'gmail'] as const) {
  const whole = await open(browser, stage.url, { mail: '03_br_resposta_cotacao', host })
  await whole.showing('Trilha Sul')
  await whole.page.screenshot({ path: join(folder, `workbench-${host}.png`) })
  await whole.context.close()
}

for (const { name, opening, reach } of [...STATES, ...GMAIL_STATES]) {
  // Gmail knows no high contrast of its own.
  for (const theme of opening.host === 'gmail'
    ? (['light', 'dark'] as const)
    : (['light', 'dark', 'contrast'] as const)) {
    for (const language of ['zh-CN', 'en'] as const) {
      // Tall enough to see the whole pane, which in Outlook is scrolled.
      const workbench = await open(browser, stage.url, { ...opening, theme, language, height: 1500 })
      await reach(workbench)
      const pane = workbench.page.locator(opening.host === 'gmail' ? '.gmail' : 'iframe[src="/outlook/pane.html"]')
      await pane.screenshot({ path: join(folder, `${name}.${theme}.${language}.png`) })
      await workbench.context.close()
    }
  }
}

const sheet = await open(browser, stage.url, { as: 'mia.zhao', room: 'sheets' })
await sheetOf(sheet).filled()
await sheet.page.screenshot({ path: join(folder, 'workbench-sheets.png') })
await sheet.context.close()

for (const { name, opening, reach } of SHEETS_STATES) {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      const workbench = await open(browser, stage.url, { ...opening, theme, language, height: 1500 })
      // Sheets itself has no dark mode: it is the system that wishes.
      if (theme === 'contrast') await workbench.page.emulateMedia({ contrast: 'more' })
      await reach(workbench)
      await workbench.page.locator(SIDEBAR).screenshot({ path: join(folder, `${name}.${theme}.${language}.png`) })
      await workbench.context.close()
    }
  }
}

for (const { name, opening, reach } of DESK_STATES) {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const width of [320, 1280]) {
        const desk = await openDesk(browser, stage.url, { ...opening, theme, language, width })
        await reach(desk)
        await desk.page.screenshot({ path: join(folder, `${name}.${width}.${theme}.${language}.png`), fullPage: true })
        await desk.context.close()
      }
    }
  }
}
await browser.close()
await stage.stop()
const count = STATES.length * 6 + GMAIL_STATES.length * 4 + SHEETS_STATES.length * 6 + DESK_STATES.length * 12 + 3
console.log(`${count} pictures in ${folder}`)
