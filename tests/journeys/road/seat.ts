import type { FrameLocator, Locator } from 'playwright-core'
import type { Workbench } from '../open.ts'

export type Host = 'outlook' | 'gmail'
export type Entries = Readonly<Record<string, string>>

/** Where somebody sits with a panel before them: what they are offered there, and what comes of it. */
export interface Seat {
  /** What the one next step is called; null where nothing is to be done next. */
  primary(): Promise<string | null>
  /** Presses what is called so, wherever the panel has it, fills in its form by field, and waits until it is saved. */
  press(label: string, entries?: Entries): Promise<void>
  /** The same for what is not taken: the sentences that say why. */
  refused(label: string, entries?: Entries): Promise<string>
  /** The form of that name, opened: by field, what it begins with. */
  form(label: string): Promise<Record<string, string>>
  /** Fills in and sends the form that stands open under that name. */
  fill(label: string, entries: Entries): Promise<void>
  /** Everything that can be pressed, by name. */
  offered(): Promise<string[]>
  /** All that is seen, with what is behind `More`. */
  text(): Promise<string>
}

export const seat = (workbench: Workbench, host: Host): Seat =>
  host === 'gmail' ? gmailSeat(workbench) : outlookSeat(workbench)

const exactly = (label: string) => new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)

/** A form's own button, and not the one within a form that is folded. */
const OFFERED = 'details.folded > summary, form:not(details.folded form) > button[type=submit]'

function outlookSeat({ pane }: Workbench): Seat {
  const panel = pane.locator('#panel')
  const called = (label: string) => panel.locator(OFFERED).filter({ hasText: exactly(label) })

  async function open(label: string): Promise<Locator> {
    const whole = called(label)
    await whole.first().waitFor({ state: 'attached' })
    const seen = whole.filter({ visible: true })
    if ((await seen.count()) === 0) {
      await whole.first().locator('xpath=ancestor::details[contains(@class, "full")]/summary').click()
    }
    const button = seen.first()
    if ((await button.evaluate((one) => one.tagName)) === 'BUTTON') return button.locator('xpath=..')
    const details = button.locator('xpath=..')
    if (!(await details.evaluate((one) => (one as HTMLDetailsElement).open))) await button.click()
    return details.locator('form')
  }

  async function send(label: string, entries: Entries): Promise<Locator> {
    const form = await open(label)
    for (const [key, value] of Object.entries(entries)) await enter(form.locator(`[name="${key}"]`), value)
    await form.locator('button[type=submit]').click()
    return form
  }

  async function sent(label: string, entries: Entries): Promise<void> {
    await send(label, entries)
    await said(pane, label)
  }

  return {
    async primary() {
      const first = panel.locator('.primary').filter({ visible: true }).first()
      return (await first.count()) > 0 ? (await first.innerText()).trim() : null
    },
    press: (label, entries = {}) => sent(label, entries),
    async refused(label, entries = {}) {
      const form = await send(label, entries)
      const problem = form.locator('.problem').or(pane.locator('#message')).filter({ visible: true })
      await problem.first().waitFor()
      return (await problem.allInnerTexts()).join('\n')
    },
    async form(label) {
      return valuesOf((await open(label)).locator('[name]'))
    },
    fill: (label, entries) => sent(label, entries),
    async offered() {
      const all = await panel.locator(OFFERED).allTextContents()
      return [...new Set(all.map((one) => one.trim()))]
    },
    async text() {
      for (const fold of await panel.locator('details.closed, details.full').all()) {
        if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
      }
      return panel.innerText()
    },
  }
}

/** Saved; or the sentence that says why not. */
async function said(pane: FrameLocator, label: string): Promise<void> {
  const message = pane.locator('#message').filter({ hasText: /\S/, visible: true })
  const problem = pane.locator('#panel .problem').filter({ visible: true })
  await message.or(problem).first().waitFor()
  const words = [...(await message.allInnerTexts()), ...(await problem.allInnerTexts())].join(' / ')
  if (!words.includes('Saved')) throw new Error(`${label}: ${words}`)
  await pane.locator('#dismiss').click()
}

function gmailSeat({ page, card }: Workbench): Seat {
  const called = (label: string) => card.getByRole('button', { name: label, exact: true })
  const toast = page.locator('.gmail .toast')
  const heading = card.locator('h2')

  /** The card on which it is offered: the first one, or the whole of one of its sections. */
  async function reach(label: string): Promise<void> {
    if ((await called(label).count()) > 0) return
    const wholes = await card.getByRole('button', { name: /^More: / }).all()
    for (const name of await Promise.all(wholes.map((one) => one.getAttribute('aria-label')))) {
      const before = await heading.first().innerText()
      await card.getByRole('button', { name: name ?? '', exact: true }).click()
      await heading.filter({ hasNotText: exactly(before) }).waitFor()
      if ((await called(label).count()) > 0) return
      await page.locator('.gmail > header').getByRole('button', { name: 'Back' }).click()
      await heading.filter({ hasText: exactly(before) }).waitFor()
    }
    throw new Error(`no button ${label} on: ${await card.innerText()}`)
  }

  async function send(label: string, entries: Entries): Promise<void> {
    // What was told of the step before is not what is waited for.
    await toast.evaluate((element) => element.replaceChildren())
    if (!(await isOpen(label))) {
      await reach(label)
      await called(label).first().click()
    }
    if (await isForm(label)) {
      for (const [key, value] of Object.entries(entries)) await enter(card.locator(`[name$="/${key}"]`), value)
      await called(label).first().click()
    }
  }

  const isOpen = async (label: string) => (await heading.filter({ hasText: exactly(label) }).count()) > 0

  /** Either the form of that name comes, or it was a button that has done it. */
  async function isForm(label: string): Promise<boolean> {
    const form = heading.filter({ hasText: exactly(label) })
    await form
      .or(toast.filter({ hasText: /\S/ }))
      .first()
      .waitFor()
    return (await form.count()) > 0
  }

  async function sent(label: string, entries: Entries): Promise<void> {
    await send(label, entries)
    const problem = card.getByText('Attention: ')
    await toast.filter({ hasText: 'Saved' }).or(problem).first().waitFor()
    if (!(await toast.innerText()).includes('Saved')) throw new Error(`${label}: ${await card.innerText()}`)
  }

  return {
    async primary() {
      const first = card.locator('button.filled').first()
      return (await first.count()) > 0 ? (await first.innerText()).trim() : null
    },
    press: (label, entries = {}) => sent(label, entries),
    fill: (label, entries) => sent(label, entries),
    async refused(label, entries = {}) {
      await send(label, entries)
      await card.getByText('Attention: ').first().waitFor()
      return card.innerText()
    },
    async form(label) {
      await reach(label)
      await called(label).first().click()
      await isForm(label)
      return valuesOf(card.locator('[name]'))
    },
    async offered() {
      return (await card.getByRole('button').allTextContents()).map((one) => one.trim())
    },
    async text() {
      const parts = [await card.innerText()]
      const wholes = await card.getByRole('button', { name: /^More: / }).all()
      for (const name of await Promise.all(wholes.map((one) => one.getAttribute('aria-label')))) {
        const before = await heading.first().innerText()
        await card.getByRole('button', { name: name ?? '', exact: true }).click()
        await heading.filter({ hasNotText: exactly(before) }).waitFor()
        parts.push(await card.innerText())
        await page.locator('.gmail > header').getByRole('button', { name: 'Back' }).click()
        await heading.filter({ hasText: exactly(before) }).waitFor()
      }
      return parts.join('\n')
    },
  }
}

async function enter(field: Locator, value: string): Promise<void> {
  const isChoice = await field.evaluate((control) => control.tagName === 'SELECT')
  if (!isChoice) return field.fill(value)
  // A choice is made by what it says, or by its value where that is no secret of the database.
  const byLabel = await field.locator('option', { hasText: exactly(value) }).count()
  await field.selectOption(byLabel > 0 ? { label: value } : value)
}

async function valuesOf(fields: Locator): Promise<Record<string, string>> {
  const found = await fields.evaluateAll((all) =>
    all.map((one) => {
      const { name, value } = one as HTMLInputElement
      return [name.slice(name.lastIndexOf('/') + 1), value] as const
    }),
  )
  return Object.fromEntries(found)
}
