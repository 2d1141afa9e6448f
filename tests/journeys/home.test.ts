import { describe, expect, test } from 'vitest'
import { openWorkbench } from './workbench.ts'

describe('with no mail open', () => {
  test('the pane says hello, whose answer is waited for, which steps are due and what was opened last', async () => {
    const { pane } = await openWorkbench({ mail: 'none', as: 'mia.zhao' })
    await pane.getByRole('heading', { name: /^Answer now \(\d+\)$/ }).waitFor()
    expect(await pane.locator('#subtitle').innerText()).toBe('Hello, Mia Zhao')
    const said = await pane.locator('#panel').innerText()
    for (const words of ['Baumann Garten GmbH', 'waits 3 days', 'Puerto Pino Camping SpA', '14 days late']) {
      expect(said).toContain(words)
    }
    expect(await pane.locator('[data-key=deadlines] [data-open-type=order]').count()).toBeGreaterThan(0)
    expect(await pane.locator('[data-key=recent] li').count()).toBe(6)
  })

  test('an inquiry opens from there, and the way back leads there again', async () => {
    const { pane, showing } = await openWorkbench({ mail: 'none', as: 'leo.sun' })
    await pane.getByRole('button', { name: 'Møllebakken Fritid ApS' }).click()
    await showing('Møllebakken Fritid ApS')
    await pane.locator('[data-key=request] .summary', { hasText: 'We look for 3 000 vacuum flasks' }).waitFor()
    expect(await pane.locator('#back').innerText()).toBe('Back')
    await pane.locator('#back').click()
    await pane.getByRole('heading', { name: 'Answer now' }).waitFor()
  })

  test('the customer of the mail that was open before stands first among those opened last', async () => {
    const { page, pane, showing } = await openWorkbench({ mail: '03_br_resposta_cotacao', as: 'kevin.wang' })
    await showing('Trilha Sul')
    await page.locator('#select-nothing').click()
    await pane.locator('[data-key=recent] li').first().getByText('Trilha Sul').waitFor()
  })
})
