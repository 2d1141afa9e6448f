import type { Page } from 'playwright-core'
import type { GmailCall } from '../../workbench/src/gmail/gmail-call.ts'
import { aForm, aPanel, aSection } from '../shared/panel/panels.ts'
import { aMail } from './a-mail.ts'
import { anAddOn } from './an-add-on.ts'

/** What the tests of the page with Gmail have in common: two mails, one panel, and what a reader does. */

export const NOTE = aForm({
  action: 'add-note',
  label: 'Add a note',
  folded: true,
  fields: [
    { key: 'note', label: 'Note', input: 'lines', required: true },
    { key: 'due', label: 'Due', input: 'date', value: '2026-10-20' },
  ],
})
export const panel = aPanel({
  title: 'Trilha Sul',
  subtitle: 'B · Brazil',
  sections: [
    aSection({
      summary: [
        { kind: 'fact', label: 'Unpaid', value: 'USD 18,400.00', tone: 'warning' },
        { ...NOTE, primary: true },
      ],
      full: [
        { kind: 'item', title: 'SO-1', lines: ['CIF Santos'], open: { type: 'order', id: '01K1' } },
        { kind: 'link', label: 'All orders', href: 'https://quayside.example/desk' },
      ],
    }),
  ],
})
export const panelCalled = (title: string) => anAddOn({ ...panel, title })

export const mails = [
  aMail({ id: 'newest', headers: { Date: 'Tue, 20 Oct 2026 08:00:00 +0800', Subject: 'The newest' } }),
  aMail({ id: 'second', headers: { Date: 'Mon, 19 Oct 2026 08:00:00 +0800', Subject: 'The second' } }),
]

/** The headline of the card that is seen. */
export const headline = (page: Page) => page.locator('.card h2')
export const showing = (page: Page, title: string) => page.locator('.card h2', { hasText: title }).waitFor()
export const press = (page: Page, name: string) =>
  page.locator('.gmail').getByRole('button', { name, exact: true }).click()
export const focusedOn = (page: Page) =>
  page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent])

/** An add-on that answers when it is let go. */
export function held(answered = anAddOn(panel)) {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const addOn = async (call: GmailCall) => {
    await free
    return answered(call)
  }
  return { letGo, addOn }
}
