import { sheetOf } from './sheet.ts'
import type { State } from './states.ts'

/** What a person can meet in the sidebar of a spreadsheet. */
export const SHEETS_STATES: readonly State[] = [
  {
    name: 'sheets-filled',
    opening: { room: 'sheets', as: 'mia.zhao' },
    reach: (workbench) => sheetOf(workbench).filled(),
  },
  {
    name: 'sheets-row',
    opening: { room: 'sheets', as: 'mia.zhao' },
    async reach(workbench) {
      const sheet = sheetOf(workbench)
      await sheet.filled()
      await workbench.page.locator('[data-cell="A2"]').click()
      await sheet.sidebar.locator('#beside:not(:empty)').waitFor()
      await sheet.sidebar.locator('main[aria-busy="false"]').waitFor()
    },
  },
  {
    name: 'sheets-findings',
    opening: { room: 'sheets', as: 'mia.zhao' },
    async reach(workbench) {
      const { page } = workbench
      const sheet = sheetOf(workbench)
      await sheet.filled()
      const order = await page.locator('[data-cell="A2"]').innerText()
      const headers = (await page.locator('.grid tbody tr').first().locator('td').allInnerTexts()) as [string]
      const header = (...names: string[]) => headers.find((one) => names.includes(one)) ?? ''
      await page.evaluate(remarkByDavid, order)
      await sheet.type(order, header('Remark', '备注'), `Mine ${order}`)
      await sheet.type(order, header('Promised date', '承诺交期'), '20.11.2026')
      await sheet.press('send')
      await sheet.sidebar.locator('#sheet-results > li').nth(1).waitFor()
    },
  },
  {
    name: 'sheets-unreachable',
    opening: { room: 'sheets', as: 'mia.zhao' },
    async reach(workbench) {
      const sheet = sheetOf(workbench)
      await sheet.filled()
      await workbench.page.getByText(/Cut the network|断开网络/).click()
      await sheet.press('get-order')
      await sheet.sidebar.locator('#sheet-status[data-tone=danger]').waitFor()
    },
  },
  {
    name: 'sheets-signed-out',
    opening: { room: 'sheets', as: 'none' },
    reach: (workbench) => sheetOf(workbench).sidebar.locator('#sign-in').waitFor(),
  },
]

/** Somebody else writes into an order, beside its sheet; run in the page. */
async function remarkByDavid(order: string): Promise<void> {
  const json = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ email: 'david.chen@bluewhale-outdoor.example' })
  const { token } = await (await fetch('/local/sign-in', { method: 'POST', headers: json, body })).json()
  const headers = { ...json, Authorization: `Bearer ${token}` }
  const { records } = await (await fetch(`/v1/orders?doc_no=${order}`, { headers })).json()
  const { id, version } = records[0]
  await fetch(`/v1/orders/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'If-Match': `"${version}"` },
    body: JSON.stringify({ remark: `From David, version ${version}` }),
  })
}
