import { describe, expect, test } from 'vitest'
import { anOrder, putAway } from './an-order.ts'
import type { Workbench } from './open.ts'
import { api, openWorkbench } from './workbench.ts'

const OPENING = { mail: '03_br_resposta_cotacao' }

const nextStep = ({ pane }: Workbench) => pane.locator('[data-key=next_step]')

async function openForm(workbench: Workbench): Promise<void> {
  await nextStep(workbench).locator('summary').click()
}

describe('an order moves to its next stage', () => {
  test('with the form the step asks for; the panel is patched where it changed', async () => {
    const order = await anOrder()
    const david = await openWorkbench(OPENING)
    await david.showing('Trilha Sul')
    expect(await nextStep(david).innerText()).toContain(order.doc_no)
    await david.pane.locator('[data-key=who]').evaluate((section) => section.setAttribute('data-seen', 'yes'))
    await openForm(david)
    await nextStep(david).locator('[name=material_due]').fill('2026-11-02')
    await nextStep(david).locator('button[type=submit]').click()
    await david.pane
      .locator('[data-key=timeline] .item:visible', { hasText: `${order.doc_no}: Waiting for material` })
      .waitFor()
    expect(await david.pane.locator('[data-key=who]').getAttribute('data-seen')).toBe('yes')
    const stored = await (await api('david.chen', 'GET', `/v1/orders/${order.id}`)).json()
    expect(stored).toMatchObject({ exec_status: 'waiting_material', material_due: '2026-11-02', version: 2 })
    await putAway(order)
  })

  test('a missing answer is said at its field, which gets the focus', async () => {
    const order = await anOrder()
    const david = await openWorkbench(OPENING)
    await david.showing('Trilha Sul')
    await openForm(david)
    const field = nextStep(david).locator('[name=material_due]')
    await field.fill('')
    await nextStep(david).locator('button[type=submit]').click()
    await nextStep(david).getByText('This is required.').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    await putAway(order)
  })

  test('two people on one order: the second sees what is there now, and keeps what they typed', async () => {
    const order = await anOrder()
    const [david, mia] = [await openWorkbench(OPENING), await openWorkbench({ ...OPENING, as: 'mia.zhao' })]
    await Promise.all([david.showing('Trilha Sul'), mia.showing('Trilha Sul')])
    await openForm(mia)
    await nextStep(mia).locator('[name=material_due]').fill('2026-12-24')

    await openForm(david)
    await nextStep(david).locator('[name=material_due]').fill('2026-11-02')
    await nextStep(david).locator('button[type=submit]').click()
    await david.pane
      .locator('[data-key=timeline] .item:visible', { hasText: `${order.doc_no}: Waiting for material` })
      .waitFor()

    await nextStep(mia).locator('button[type=submit]').click()
    await mia.pane.getByText('A colleague was faster.').waitFor()
    await mia.pane
      .locator('[data-key=timeline] .item:visible', { hasText: `${order.doc_no}: Waiting for material` })
      .waitFor()
    expect(await mia.pane.locator('body').innerText()).toContain('2026-12-24')
    const { events } = await (await api('david.chen', 'GET', `/v1/orders/${order.id}/events`)).json()
    expect(events.map((event: { action: string }) => event.action)).toEqual(['advance-order', 'created'])
    await putAway(order)
  })

  test('a double click is one action', async () => {
    const order = await anOrder()
    const david = await openWorkbench(OPENING)
    await david.showing('Trilha Sul')
    await openForm(david)
    await nextStep(david).locator('[name=material_due]').fill('2026-11-02')
    await nextStep(david).locator('button[type=submit]').dblclick()
    await david.pane
      .locator('[data-key=timeline] .item:visible', { hasText: `${order.doc_no}: Waiting for material` })
      .waitFor()
    const { events } = await (await api('david.chen', 'GET', `/v1/orders/${order.id}/events`)).json()
    expect(events).toHaveLength(2)
    expect(await david.pane.locator('body').innerText()).not.toContain('A colleague was faster')
    await putAway(order)
  })
})

test('a note stands in the timeline for the next person who looks', async () => {
  const david = await openWorkbench(OPENING)
  await david.showing('Trilha Sul')
  await david.pane.locator('summary:visible', { hasText: 'Add a note' }).click()
  await david.pane.locator('[name=note]:visible').fill('<b>Thiago</b> wants the B/L copy\non Friday')
  await david.pane.locator('form[data-action=add-note] button[type=submit]:visible').click()
  await david.pane
    .locator('[data-key=timeline] .item:visible', { hasText: '<b>Thiago</b> wants the B/L copy' })
    .waitFor()
  const mia = await openWorkbench({ ...OPENING, as: 'mia.zhao' })
  await mia.showing('Trilha Sul')
  expect(await mia.pane.locator('[data-key=timeline]').innerText()).toContain('<b>Thiago</b> wants the B/L copy')
})
