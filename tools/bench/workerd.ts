import { join } from 'node:path'
import { Miniflare } from 'miniflare'

/** A Worker in workerd on the database of the demo firm in `data`, with values of its own. */
export function startWorker(
  data: string,
  modules: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>> = {},
): Miniflare {
  const [mainModule = ''] = Object.keys(modules)
  const parts = Object.entries(modules).map(([name, contents]) => [name, { type: 'esm' as const, contents }])
  const given = Object.entries(values).map(([name, value]) => [name, { type: 'json', value }])
  return new Miniflare({
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: join(data, 'state'),
    telemetry: { enabled: false },
    logRequests: false,
    workers: [
      {
        config: {
          name: 'bench',
          compatibilityDate: '2026-10-01',
          manifest: { mainModule, modulesRoot: '/', modules: Object.fromEntries(parts) },
          env: { DB: { type: 'd1', id: 'quayside' }, ...Object.fromEntries(given) },
        },
      },
    ],
  })
}
