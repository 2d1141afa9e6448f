import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { accessOf } from '#shared/access/access.ts'
import { soughtByMail } from '#shared/customer/match/sought.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import { NEWEST } from '#shared/customer/timeline-page.ts'
import { DEMO_TODAY } from '../../workbench/plant-demo.ts'
import { demoFirm } from '../../workbench/src/demo/demo-firm.ts'
import { startStage } from '../../workbench/stage.ts'
import { customerFile } from '../../worker/src/store/customer-file.ts'
import { personBehind } from '../../worker/src/store/people.ts'
import type { Figure } from './figure.ts'
import { EMAIL, MESSAGE, panelCall } from './panel-call.ts'

const ROUNDS = 3
const CALLS = 1_500
const AT_ONCE = 16

/**
 * Panels a second in workerd, against a bare Worker that does the same two batches and nothing else: what
 * signing in, deciding and drawing cost on top of the database.
 */
export async function panelThroughput(data: string): Promise<Figure[]> {
  const panels: number[] = []
  const bares: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const stage = await startStage({ port: 0, data, scale: 1, empty: false, asked: false })
    panels.push(await callsPerSecond(await panelCall(stage.url)))
    await stage.stop()
    const bare = await startBare(data)
    bares.push(await callsPerSecond(() => fetch(bare.url)))
    await bare.stop()
  }
  const [panel, bare] = [median(panels), median(bares)]
  const ratio = Math.round((panel / bare) * 100) / 100
  return [
    { name: 'panels a second in workerd', value: panel, unit: '/s' },
    { name: 'the same batches in a bare Worker', value: bare, unit: '/s' },
    { name: 'panel against bare', value: ratio, unit: '', budget: 'at least 1/1.5', holds: ratio >= 1 / 1.5 },
  ]
}

async function callsPerSecond(call: () => Promise<Response>): Promise<number> {
  let left = CALLS + 200
  let started = 0
  const worker = async () => {
    while (left-- > 0) {
      // The first calls warm up what compiles as it runs.
      if (left === CALLS) started = performance.now()
      const answer = await call()
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      await answer.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return Math.round((CALLS / (performance.now() - started)) * 1000)
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The statements of a panel, with their values, on the same database; it answers with the rows as they are. */
async function startBare(data: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { records } = demoFirm({ now: DEMO_TODAY })
  const [tenant] = records.tenant
  const reader = records.user.find(({ email }) => email === EMAIL)
  if (!tenant || !reader) throw new Error('the demo firm has nobody to look')
  const sought = soughtByMail(MESSAGE, partiesOf(MESSAGE, tenant.domains))
  const { id, team_id, roles } = reader
  const asked = { tenantId: tenant.id, id, teamId: team_id, access: accessOf(roles), now: DEMO_TODAY, standsFor: [] }
  const batches = [
    [personBehind({ issuer: 'local', subject: EMAIL })],
    customerFile(asked, { by: 'mail', sought }, NEWEST),
  ]
  const script = `
    const batches = ${JSON.stringify(batches)}
    export default { async fetch(request, env) {
      const answers = []
      for (const batch of batches) {
        const results = await env.DB.batch(batch.map(({ sql, params }) => env.DB.prepare(sql).bind(...params)))
        answers.push(results.map((result) => result.results))
      }
      return Response.json(answers)
    } }`
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: join(data, 'state'),
    telemetry: { enabled: false },
    logRequests: false,
    workers: [
      {
        config: {
          name: 'bare',
          compatibilityDate: '2026-10-01',
          manifest: {
            mainModule: 'bare.js',
            modulesRoot: '/',
            modules: { 'bare.js': { type: 'esm', contents: script } },
          },
          env: { DB: { type: 'd1', id: 'quayside' } },
        },
      },
    ],
  })
  const url = await miniflare.ready
  return { url: url.href, stop: () => miniflare.dispose() }
}
