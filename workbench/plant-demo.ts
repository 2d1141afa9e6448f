import type { AnyRecord } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import {
  bulkAddresses,
  bulkDomains,
  bulkEvents,
  bulkIdentities,
  bulkInsert,
  bulkNumbering,
  rebuildFacts,
  removeFirm,
} from '../worker/src/store/bulk.ts'
import { type Database, openDatabase } from '../worker/src/store/database.ts'
import type { MailSource } from './build.ts'
import type { Options } from './options.ts'
import { demoBatches, demoIdentities, demoMails } from './src/demo/demo-firm.ts'
import type { Demo } from './src/demo/firm.ts'

/** Tuesday, 2026-10-20, 09:00 in Shanghai: the day on which every planted case is as described. */
export const DEMO_TODAY = Date.parse('2026-10-20T09:00:00+08:00')

/** The running threads of the demo firm, as they would lie in the mailbox. */
export function demoThreads(scale: number): MailSource[] {
  const encoder = new TextEncoder()
  return demoMails({ now: DEMO_TODAY, scale }).map(({ id, raw, folder }) => ({ id, raw: encoder.encode(raw), folder }))
}

/** Plants the demo firm and sets its clock, unless the database has a firm already. */
export async function plantDemo(d1: D1Database, local: D1Database, options: Options): Promise<void> {
  await local.prepare('CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT').run()
  const planted = await local.prepare("SELECT value FROM settings WHERE key = 'planted'").first()
  if (planted) return

  const database = openDatabase(d1)
  const demo: Demo = { now: DEMO_TODAY, scale: options.scale }
  const house: readonly TypeName[] = ['tenant', 'team', 'user']
  let tenantId = ''
  for (const { type, rows } of demoBatches(demo)) {
    if (type === 'tenant') {
      tenantId = rows[0]?.id ?? ''
      // A planting that was cut short is begun anew.
      await database.batch(removeFirm(tenantId))
    }
    if (!options.empty || house.includes(type)) await plantRows(database, tenantId, type, rows)
  }
  await database.batch([
    ...bulkIdentities(tenantId, demoIdentities(demo)),
    ...(Object.keys(TYPES) as TypeName[]).map((type) => bulkEvents(type, tenantId)),
    ...(['customer', 'order', 'inquiry'] as const).map((type) => bulkNumbering(type, tenantId)),
    ...rebuildFacts(tenantId),
  ])
  await local.batch([
    local
      .prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('clock_offset_ms', ?)")
      .bind(String(DEMO_TODAY - Date.now())),
    local.prepare("INSERT INTO settings (key, value) VALUES ('planted', ?)").bind(String(options.scale)),
  ])
}

async function plantRows(
  database: Database,
  tenantId: string,
  type: TypeName,
  rows: readonly AnyRecord[],
): Promise<void> {
  await database.batch([
    ...bulkInsert(type, tenantId, rows),
    ...(type === 'contact' ? bulkAddresses(tenantId, rows) : []),
    ...(type === 'customer' ? bulkDomains(tenantId, rows) : []),
  ])
}
