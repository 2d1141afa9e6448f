import { afterAll, beforeAll, expect, test } from 'vitest'
import { Crew } from './road/crew.ts'
import { ledgerOf, tokenOf } from './road/ledger.ts'
import { type Running, startWorkbench } from './stage.ts'

/** A process that no line of the product knows: stages, a field of its own with a guard on it, an approver, an end. */
const PRIVATE_LABEL = {
  key: 'private_label',
  version: 1,
  name: { en: 'Private label', 'zh-CN': '贴牌' },
  subject: 'deal',
  nodes: [
    { key: 'begin', type: 'start' },
    {
      key: 'artwork',
      type: 'stage',
      name: { en: 'Artwork', 'zh-CN': '稿件' },
      form: [
        {
          key: 'colours',
          label: { en: 'Colours', 'zh-CN': '颜色数' },
          kind: 'number',
          required: true,
        },
      ],
      exit_criteria: [{ expr: 'colours <= 4', message: { en: 'At most four colours.', 'zh-CN': '最多四色。' } }],
      sla: [{ key: 'draw', clock: 'elapsed', minutes: 600 }],
      escalation: [{ after: '100%', notify: ['responsible', 'manager+1'] }],
    },
    { key: 'proof', type: 'approval', name: { en: 'Proof', 'zh-CN': '打样审批' }, policy: 'boss' },
    { key: 'print', type: 'stage', name: { en: 'Print', 'zh-CN': '印刷' } },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'begin', to: 'artwork' },
    { from: 'artwork', to: 'proof' },
    { from: 'proof', to: 'print' },
    { from: 'proof', to: 'artwork', label: 'Draw again' },
    { from: 'print', to: 'done' },
  ],
  approvals: [{ key: 'boss', steps: [{ mode: 'any', approvers: [{ role: 'sales_manager' }] }] }],
}

let stage: Running
let crew: Crew

beforeAll(async () => {
  stage = await startWorkbench()
  crew = new Crew(stage.url, '03_br_resposta_cotacao')
}, 120_000)

afterAll(async () => {
  await crew.end()
  await stage.stop()
})

test('a process that is uploaded while the server runs is walked in Outlook and in Gmail', async () => {
  const published = await fetch(`${stage.url}/v1/definitions/workflows`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Authorization: `Bearer ${await tokenOf(stage.url, 'frank.lin')}`,
    },
    body: JSON.stringify(PRIVATE_LABEL),
  })
  expect([published.status, published.ok ? '' : await published.text()]).toEqual([201, ''])

  const rep = await crew.sit('mia.zhao', 'outlook', 'Trilha Sul')
  await rep.press('Start a deal', { subject: 'Chairs with a logo' })
  expect(await rep.text()).toContain('Artwork')
  expect(await rep.primary()).toBe('Go on: Proof')
  expect(await rep.refused('Go on: Proof', { colours: '5' })).toContain('At most four colours.')
  await rep.leave()
  const again = await crew.sit('mia.zhao', 'gmail', 'Trilha Sul')
  await again.next('Go on: Proof', { colours: '3' })
  await again.leave()

  const manager = await crew.sit('david.chen', 'gmail', 'Trilha Sul')
  await manager.next('Decide', { decision: 'Approve' })
  await manager.leave()
  const last = await crew.sit('mia.zhao', 'outlook', 'Trilha Sul')
  await last.next('Go on: done')
  await last.leave()
  const deal = await (await ledgerOf(stage.url, 'Chairs with a logo')).deal()
  expect(deal).toMatchObject({ workflow: 'private_label', workflow_version: 1 })
  expect(deal.status).not.toBe('open')
  // Thousandths, as all numbers of a firm's own are kept.
  expect(deal.state.data).toMatchObject({ colours: 3_000 })
}, 90_000)
