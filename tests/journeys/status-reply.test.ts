import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { anOrder, putAway } from './an-order.ts'
import { openDesk, openWorkbench } from './workbench.ts'

const TRILHA = '03_br_resposta_cotacao'
const BUTTON = 'Reply with status of'

/** The reply that opened over the mail, as its writer sees it. */
async function replyOn(page: Page): Promise<{ readonly head: string; readonly text: string }> {
  const form = page.locator('.reply-form')
  const letter = form.frameLocator('iframe').locator('[lang="pt-BR"]')
  await letter.waitFor()
  return { head: await form.locator('dl').innerText(), text: await letter.innerText() }
}

describe('where is my order', () => {
  test('is answered from Outlook and from Gmail by the same letter, in the buyer’s language', async () => {
    const order = await anOrder({ buyer_po_no: 'PO <77>' })
    const outlook = await openWorkbench({ as: 'mia.zhao', mail: TRILHA })
    await outlook.showing('Trilha Sul')
    await outlook.pane.locator('[data-key=orders] > details.full > summary').click()
    await outlook.pane.locator(`form[data-action=write-status][data-id="${order.id}"] button`).first().click()
    const inOutlook = await replyOn(outlook.page)
    expect(inOutlook.head).toContain('thiago.nunes@trilhasul.example')
    expect(inOutlook.text).toContain(`Segue a situação atual do seu pedido ${order.doc_no}.`)
    expect(inOutlook.text).toContain('PO <77>')
    expect(inOutlook.text).toContain('FOB Yantian')
    expect(inOutlook.text).toMatch(/Atenciosamente,\s+Mia Zhao/)
    await outlook.pane.getByText('it has gone by: Promised date 2026-02-01').waitFor()

    const gmail = await openWorkbench({ as: 'mia.zhao', mail: TRILHA, host: 'gmail' })
    await gmail.showing('Trilha Sul')
    await gmail.card.locator('button', { hasText: order.doc_no }).first().click()
    await gmail.showing('Trilha Sul')
    await gmail.card.locator('button', { hasText: BUTTON }).first().click()
    expect((await replyOn(gmail.page)).text).toBe(inOutlook.text)
    await putAway(order)
  })

  test('at the desk is there to be copied', async () => {
    const order = await anOrder()
    const { page } = await openDesk({ as: 'mia.zhao', path: `/desk/orders/${order.id}` })
    await page.locator('form[data-action=write-status] button').first().click()
    const dialog = page.locator('dialog.letter')
    expect(await dialog.locator('textarea').inputValue()).toContain(`Nosso nº do pedido: ${order.doc_no}`)
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('Copied').waitFor()
    await putAway(order)
  })
})
