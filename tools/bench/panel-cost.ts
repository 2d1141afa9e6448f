import { join } from 'node:path'
import { startStage } from '../../workbench/stage.ts'
import type { Figure } from './figure.ts'
import { panelCall } from './panel-call.ts'

/** Sizes of the demo firm, as multiples of its 400 orders. */
const SCALES = [1, 10]

/** D1 round trips and rows read for one panel: exact, and the same at every size. */
export async function panelCost(data: string): Promise<Figure[]> {
  const costs: { trips: number; rows: number }[] = []
  for (const scale of SCALES) {
    const stage = await startStage({ port: 0, data: join(data, String(scale)), scale, empty: false, asked: false })
    const answer = await (await panelCall(stage.url))()
    const [, trips, rows] = /trips=(\d+) read=(\d+)/.exec(answer.headers.get('Server-Timing') ?? '') ?? []
    await answer.text()
    await stage.stop()
    costs.push({ trips: Number(trips), rows: Number(rows) })
  }
  return SCALES.flatMap((scale, index): Figure[] => {
    const { trips = Number.NaN, rows = Number.NaN } = costs[index] ?? {}
    const orders = `${400 * scale} orders`
    return [
      { name: `panel, ${orders}: D1 round trips`, value: trips, unit: '', budget: 'at most 2', holds: trips <= 2 },
      { name: `panel, ${orders}: rows read`, value: rows, unit: '', budget: 'at most 200', holds: rows <= 200 },
    ]
  })
}
