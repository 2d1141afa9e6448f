import { join } from 'node:path'
import { DEMO_TODAY } from '../../workbench/plant-demo.ts'
import { startStage } from '../../workbench/stage.ts'
import { buildWorker } from '../../worker/build.ts'
import type { Figure } from './figure.ts'
import { panelBatches } from './panel-batches.ts'
import { panelRequest } from './panel-call.ts'
import { signedIn } from './signed-in.ts'
import { startWorker } from './workerd.ts'

const ROUNDS = 3
const CALLS = 1_500
const AT_ONCE = 16

/**
 * Panels a second in workerd, against a bare Worker that is asked the same, does the batches of one and nothing else:
 * what signing in, deciding and drawing cost on top of the database.
 */
export async function panelThroughput(data: string): Promise<Figure[]> {
  // Plants the demo firm.
  await (await startStage({ port: 0, data, scale: 1, empty: false, asked: false })).stop()
  const bareModules = { 'bare.js': bare(await panelBatches(data)) }
  const { 'panel-worker.js': entry = '', ...parts } = await buildWorker(join(import.meta.dirname, 'panel-worker.ts'))
  const panelModules = { 'panel-worker.js': entry, ...parts }
  const { key, token } = await signedIn()
  const panels: number[] = []
  const bares: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [modules, found] of [
      [panelModules, panels],
      [bareModules, bares],
    ] as const) {
      const worker = startWorker(data, modules, { KEY: key, TODAY: DEMO_TODAY })
      const url = new URL('/v1/panel', await worker.ready)
      found.push(await callsPerSecond(() => fetch(url, panelRequest(token))))
      await worker.dispose()
    }
  }
  const [panel, alone] = [median(panels), median(bares)]
  const ratio = Math.round((panel / alone) * 100) / 100
  return [
    { name: 'panels a second in workerd', value: panel, unit: '/s' },
    { name: 'the same batches in a bare Worker', value: alone, unit: '/s' },
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

/** Statements with their values, as they are; it answers with the rows. */
const bare = (batches: Awaited<ReturnType<typeof panelBatches>>): string => `
  const batches = ${JSON.stringify(batches)}
  export default { async fetch(request, env) {
    await request.json()
    const answers = []
    for (const batch of batches) {
      const results = await env.DB.batch(batch.map(({ sql, params }) => env.DB.prepare(sql).bind(...params)))
      answers.push(results.map((result) => result.results))
    }
    return Response.json(answers)
  } }`
