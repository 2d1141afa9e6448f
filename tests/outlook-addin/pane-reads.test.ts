import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ActionAsk, PanelAsk } from '#shared/api.ts'
import { aPanel, ORDER, settled } from './pane-fixtures.ts'
import { drawn, mail, type Outlook, select, usePane, type WorkerScript } from './pane-stage.ts'

/** What Outlook tells of a mail only when asked: its letter, and the headers that it has not at hand. */

const { opened } = usePane()

const HEADERS =
  'Reply-To: other@freemail.example\r\nIn-Reply-To: <2@a.example>\r\nReferences: <1@a.example> <2@a.example>'
const LETTER = '<p>Our account has changed.</p>'
const MORE = {
  letter: { html: LETTER, text: LETTER },
  replyTo: [{ name: null, address: 'other@freemail.example' }],
  inReplyTo: '<2@a.example>',
  references: ['<1@a.example>', '<2@a.example>'],
}

/** A Worker that wants the letter until it has one. */
function reading(sections: Parameters<typeof aPanel>[1] = undefined) {
  const asks: PanelAsk[] = []
  const acts: ActionAsk[] = []
  const worker: WorkerScript = {
    panel(ask) {
      asks.push(ask)
      const panel = aPanel(ask.message?.letter ? 'Read' : 'Not read', sections)
      return { body: drawn(ask.message?.letter ? panel : { ...panel, reads: true }, ask) }
    },
    act(_, ask) {
      acts.push(ask)
      return { body: { ...drawn(aPanel('Read', sections), ask), outcome: 'saved' } }
    },
  }
  return { asks, acts, worker }
}

const titled = (page: Page, title: string) =>
  expect.poll(() => page.textContent('#title'), { timeout: 10_000 }).toBe(title)

async function openedReading(outlook: Outlook, sections?: Parameters<typeof aPanel>[1]) {
  const { asks, acts, worker } = reading(sections)
  return { page: await opened(worker, outlook), asks, acts }
}

describe('what Outlook tells when asked', () => {
  test('goes to the Worker with the second question, which asks for what has changed alone', async () => {
    const { page, asks } = await openedReading({ letter: LETTER, headers: HEADERS })
    await titled(page, 'Read')
    expect(asks).toHaveLength(2)
    expect(asks[0]?.message).not.toHaveProperty('letter')
    expect(asks[1]?.message).toEqual({ ...asks[0]?.message, ...MORE })
    expect(Object.keys(asks[1]?.have ?? {})).toEqual(['notes'])
  })

  test('is asked for once: it comes along at once with a record beside the mail, and with what is done there', async () => {
    const { page, asks, acts } = await openedReading({ letter: LETTER, headers: HEADERS })
    await titled(page, 'Read')
    await page.fill('[name=note]', 'Called')
    await page.click('#panel [type=submit]')
    await expect.poll(() => acts.length).toBe(1)
    expect(acts[0]?.message).toEqual({ ...asks[0]?.message, ...MORE })
    const other = await openedReading({ letter: LETTER, headers: HEADERS }, { orders: [ORDER] })
    await titled(other.page, 'Read')
    await other.page.click('.open')
    await expect.poll(() => other.asks.length).toBe(3)
    expect(other.asks[2]).toMatchObject({ record: ORDER.open, message: MORE })
  })

  test('never goes along with another mail', async () => {
    const { page, asks } = await openedReading({ letter: LETTER, headers: HEADERS })
    await titled(page, 'Read')
    await select(page, mail('Paula'))
    await expect.poll(() => asks.length).toBeGreaterThan(2)
    expect(asks[2]?.message).toMatchObject({ from: { name: 'Paula' } })
    expect(asks[2]?.message).not.toHaveProperty('letter')
    expect(asks[2]?.message).not.toHaveProperty('replyTo')
  })

  test('is asked for in vain of an Outlook without either, and the Worker is not asked again', async () => {
    const { page, asks } = await openedReading({})
    await titled(page, 'Not read')
    await settled(page)
    expect(asks).toHaveLength(2)
    expect(asks[1]?.message).toEqual(asks[0]?.message)
  })

  test('is its letter alone, where the headers never come', async () => {
    const { page, asks } = await openedReading({ letter: LETTER, headers: 'silence' })
    await titled(page, 'Read')
    expect(asks[1]?.message).toEqual({ ...asks[0]?.message, letter: { html: LETTER, text: LETTER } })
  })

  test('broken headers are no headers', async () => {
    const { page, asks } = await openedReading({ letter: LETTER, headers: '\u0000:<<@>,"\r\nReply-To' })
    await titled(page, 'Read')
    expect(asks[1]?.message).toMatchObject({ replyTo: [], inReplyTo: null, references: [] })
  })
})
