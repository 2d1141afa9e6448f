import { DEMO_TODAY } from '../../workbench/plant-demo.ts'
import { createApp } from '../../worker/src/app.ts'
import { localIssuer } from '../../worker/src/identity/local.ts'
import { panelRequest } from './panel-call.ts'
import { signedIn } from './signed-in.ts'
import { startWorker } from './workerd.ts'

/** A statement as D1 is given it. */
interface Asked {
  readonly sql: string
  readonly params: readonly unknown[]
}

/**
 * What a panel asks of D1, batch by batch: the app itself is asked for one, on the database of the demo firm in `data`,
 * and what it sends is kept. A list written here by hand would fall behind the panel, and the bench would then compare it
 * with less than it does.
 */
export async function panelBatches(data: string): Promise<Asked[][]> {
  const miniflare = startWorker(data, { 'nothing.js': 'export default {}' })
  try {
    const real = await miniflare.getD1Database('DB')
    const batches: Asked[][] = []
    const DB = {
      prepare: (sql: string) => ({ bind: (...params: unknown[]) => ({ sql, params }) }),
      batch(batch: Asked[]) {
        batches.push(batch)
        return real.batch(batch.map(({ sql, params }) => real.prepare(sql).bind(...params)))
      },
    }
    const { key, token } = await signedIn()
    const app = createApp({
      now: () => DEMO_TODAY,
      newId: () => 'bench',
      issuers: [localIssuer(key)],
      version: 'bench',
    })
    const afterwards: Promise<unknown>[] = []
    const execution = { waitUntil: (work: Promise<unknown>) => afterwards.push(work) }
    const asked = app.request('/v1/panel', panelRequest(token), { DB }, execution as unknown as ExecutionContext)
    const answer = await asked
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    await Promise.all(afterwards)
    // The last keeps that it was opened, once a minute and not with each panel.
    return batches.slice(0, 2)
  } finally {
    await miniflare.dispose()
  }
}
