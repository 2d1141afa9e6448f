import type { Workbench } from './open.ts'

/** What a person does with the panel beside a mail, whichever host shows it. */
export interface Beside {
  /** Opens the form of that label where it is folded, fills it in by field, sends it, and waits until it is saved. */
  act(label: string, values?: Readonly<Record<string, string>>): Promise<void>
  /** Waits until the forms begin with what stands in the mail; a card is made with it. */
  hasRead(): Promise<void>
  /** All that is seen of the panel. */
  text(): Promise<string>
}

export const beside = (workbench: Workbench, host: 'outlook' | 'gmail'): Beside =>
  host === 'gmail' ? besideGmail(workbench) : besideOutlook(workbench)

function besideOutlook({ pane }: Workbench): Beside {
  return {
    async act(label, values = {}) {
      const form = pane
        .locator('form:visible')
        .filter({ has: pane.locator('button[type=submit]', { hasText: label }) })
        .first()
      const fold = pane.locator('summary:visible', { hasText: label }).first()
      if (Object.keys(values).length > 0 && (await fold.count()) > 0) await fold.click()
      for (const [key, value] of Object.entries(values)) await enter(form.locator(`[name="${key}"]`), value)
      await form.locator('button[type=submit]').click()
      await pane.locator('#message', { hasText: 'Saved' }).waitFor()
      await pane.locator('#dismiss').click()
    },
    hasRead: () => pane.getByText('From the mail: ').first().waitFor({ state: 'attached' }),
    text: () => pane.locator('#panel').innerText(),
  }
}

function besideGmail({ page, card }: Workbench): Beside {
  const button = (label: string) => card.getByRole('button', { name: label, exact: true }).first()
  return {
    async act(label, values = {}) {
      const fields = Object.entries(values)
      await button(label).waitFor()
      const [first] = fields
      // A folded form is on a card of its own.
      if (first && (await card.locator(`[name$="/${first[0]}"]`).count()) === 0) {
        await button(label).click()
        await card.locator('h2', { hasText: label }).waitFor()
      }
      for (const [key, value] of fields) await enter(card.locator(`[name$="/${key}"]`), value)
      await button(label).click()
      await page.locator('.gmail .toast', { hasText: 'Saved' }).waitFor()
    },
    hasRead: () => Promise.resolve(),
    text: () => card.innerText(),
  }
}

type Field = ReturnType<Workbench['page']['locator']>

async function enter(field: Field, value: string): Promise<void> {
  const isChoice = await field.evaluate((control) => control.tagName === 'SELECT')
  await (isChoice ? field.selectOption(value) : field.fill(value))
}
