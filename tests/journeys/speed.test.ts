import { expect, test } from 'vitest'
import { openWorkbench } from './workbench.ts'

/** The click on a mail to the panel painted, as the browser itself sees it; told, not asserted: machines differ. */
test('tells how long a click on a mail takes until its panel is painted', async () => {
  const { page, pane, showing, choose } = await openWorkbench({ mail: '03_br_resposta_cotacao' })
  await showing('Trilha Sul')
  const mails = await page
    .locator('[data-mail]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-mail') ?? ''))
  const times: number[] = []
  for (const mail of mails) {
    const painted = pane.locator('body').evaluate(
      (body) =>
        new Promise<number>((resolve) => {
          const seen = new MutationObserver(() => {
            if (
              body.querySelector('main')?.getAttribute('aria-busy') !== 'false' ||
              !body.querySelector('#panel section')
            )
              return
            seen.disconnect()
            requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
          })
          seen.observe(body, { subtree: true, attributes: true, childList: true, characterData: true })
        }),
    )
    const clicked = await page.evaluate(() => performance.timeOrigin + performance.now())
    await choose(mail)
    times.push((await painted) - clicked)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN)
  console.info(`click to painted panel over ${times.length} mails: median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
  expect(times.length).toBe(mails.length)
})
