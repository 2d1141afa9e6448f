import { expect, test } from 'vitest'
import { beside } from './beside.ts'
import { api, openWorkbench } from './workbench.ts'

const TRILHA = '03_br_resposta_cotacao'

const answer = async (response: Promise<Response>) => {
  const { status, ok, headers } = await response
  const body = await (await response).json()
  if (!ok) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return { body, etag: headers.get('ETag') ?? '' }
}

test('a field that the firm adds is filled in in Gmail, read in Outlook, sorted by, and hidden from a post', async () => {
  const cost = async () => {
    const message = { from: { address: 'thiago.nunes@trilhasul.example' } }
    const response = await api('mia.zhao', 'POST', '/v1/panel', { message })
    return /trips=\d+ read=\d+/.exec(response.headers.get('Server-Timing') ?? '')?.[0]
  }
  const before = await cost()

  const { body: field, etag } = await answer(
    api('fang.yuan', 'POST', '/v1/definitions/fields', {
      entity: 'order',
      key: 'laser_logo',
      label_en: 'Laser <b>logo</b>',
      label_zh: '激光LOGO',
      kind: 'choice',
      options: ['none', '1 side', '2 sides'],
      access: 'sales',
    }),
  )
  expect(await cost()).toBe(before)

  // Filled in in Gmail, where no page was loaded anew but the card itself.
  const gmail = await openWorkbench({ as: 'mia.zhao', mail: TRILHA, host: 'gmail' })
  await gmail.showing('Trilha Sul')
  await gmail.card.getByRole('button', { name: /^More: Open orders/ }).click()
  await gmail.card.locator('h2', { hasText: 'Open orders' }).waitFor()
  const label = await gmail.card
    .getByRole('button', { name: /^Edit SO-/ })
    .first()
    .innerText()
  await beside(gmail, 'gmail').act(label, { 'custom.laser_logo': '2 sides' })

  const outlook = await openWorkbench({ as: 'david.chen', mail: TRILHA })
  await outlook.showing('Trilha Sul')
  await outlook.pane.locator('[data-fold="orders"] > summary').click()
  const fact = outlook.pane.locator('[data-key=orders] .fact', { hasText: 'Laser <b>logo</b>' })
  expect(await fact.locator('.value').innerText()).toBe('2 sides')

  const number = label.replace('Edit ', '')
  const sorted = '/v1/orders?limit=1&sort=-custom.laser_logo'
  const { body: list } = await answer(api('david.chen', 'GET', sorted))
  expect(list.records[0]).toMatchObject({ doc_no: number, custom: { laser_logo: '2 sides' } })
  const { id } = list.records[0]
  const { events } = (await answer(api('mia.zhao', 'GET', `/v1/orders/${id}/events`))).body
  expect(events[0]).toMatchObject({
    surface: 'gmail',
    changes: [{ field: 'custom.laser_logo', old: null, new: '2 sides' }],
  })

  // A purchaser sees orders, and nothing of what was agreed with the customer.
  const { body: seen } = await answer(api('ken.zheng', 'GET', `/v1/orders/${id}`))
  expect([seen.doc_no, seen.custom]).toEqual([number, {}])
  expect((await api('ken.zheng', 'GET', sorted)).status).toBe(400)
  expect(JSON.stringify(await (await api('ken.zheng', 'GET', `/v1/orders/${id}/events`)).json())).not.toContain('sides')

  // What is filled in cannot be taken away by a change of the definition.
  const headers = { 'If-Match': etag }
  for (const change of [{ options: ['none', '1 side'] }, { status: 'retired' }]) {
    expect((await api('fang.yuan', 'PATCH', `/v1/definitions/fields/${field.id}`, change, headers)).status).toBe(400)
  }
})
