import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import {
  bulkAddresses,
  bulkDomains,
  bulkEvents,
  bulkIdentities,
  bulkInsert,
  bulkNumbering,
  bulkOpenings,
  bulkSearchKeys,
  rebuildFacts,
  removeFirm,
  withoutIndexes,
} from '../worker/src/store/bulk.ts'
import type { Statement } from '../worker/src/store/statement.ts'
import type { MailSource } from './build.ts'
import { openDatabaseFile } from './database-file.ts'
import type { Options } from './options.ts'
import { demoBatches, demoIdentities, demoMails } from './src/demo/demo-firm.ts'
import type { Demo } from './src/demo/firm.ts'

/** From this size on planting takes so long that it is announced. */
const SLOW = 20

/** Tuesday, 2026-10-20, 09:00 in Shanghai: the day on which every planted case is as described. */
export const DEMO_TODAY = Date.parse('2026-10-20T09:00:00+08:00')

/** The running threads of the demo firm, as they would lie in the mailbox. */
export function demoThreads(scale: number): MailSource[] {
  const encoder = new TextEncoder()
  return demoMails({ now: DEMO_TODAY, scale }).map(({ id, raw, folder }) => ({ id, raw: encoder.encode(raw), folder }))
}

/** What was planted, in words: by them a later start knows it again. */
export const firmName = ({ scale, empty }: Options): string =>
  empty ? 'no customers' : `${Math.round(scale * 400)} orders`

/**
 * Plants the demo firm and sets its clock, straight into the database's file: through the Worker a firm
 * with 100,000 orders would take a quarter of an hour. The last thing written says that it is whole.
 */
export function plantDemo(state: string, options: Options): void {
  const firm = openDatabaseFile(state, 'customers')
  const demo: Demo = { now: DEMO_TODAY, scale: options.scale }
  const house: readonly TypeName[] = ['tenant', 'team', 'user']
  const indexes = withoutIndexes()
  if (options.scale >= SLOW) console.log(`Planting a firm with ${firmName(options)}, once; this takes some minutes…`)
  let tenantId = ''
  for (const { type, rows } of demoBatches(demo)) {
    if (type === 'tenant') {
      tenantId = rows[0]?.id ?? ''
      // One that was cut short is begun anew.
      firm.run([...removeFirm(tenantId), ...indexes.drop])
    }
    if (!options.empty || house.includes(type)) firm.run(rowsOf(tenantId, type, rows))
  }
  firm.run([
    ...indexes.make,
    ...bulkIdentities(tenantId, demoIdentities(demo)),
    ...(Object.keys(TYPES) as TypeName[]).map((type) => bulkEvents(type, tenantId)),
    ...NUMBERED.map((type) => bulkNumbering(type, tenantId)),
    ...rebuildFacts(tenantId),
    bulkOpenings(tenantId),
    // SQLite's statistics: in a large firm they keep it from walking everything.
    { sql: 'ANALYZE', params: [] },
  ])
  firm.close()

  const local = openDatabaseFile(state, 'settings')
  const set = (key: string, value: string): Statement => ({
    sql: 'INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)',
    params: [key, value],
  })
  local.run([set('clock_offset_ms', String(DEMO_TODAY - Date.now())), set('planted', firmName(options))])
  local.close()
}

/** The types whose records have numbers of a series. */
const NUMBERED = (Object.keys(TYPES) as TypeName[]).filter((type) => {
  const { doc_no }: RecordType['fields'] = TYPES[type].fields
  return doc_no?.kind === 'text' && doc_no.numbered !== undefined
})

function rowsOf(tenantId: string, type: TypeName, rows: readonly AnyRecord[]): Statement[] {
  return [
    ...bulkInsert(type, tenantId, rows),
    ...(type === 'contact' ? bulkAddresses(tenantId, rows) : []),
    ...(type === 'customer' ? bulkDomains(tenantId, rows) : []),
    ...bulkSearchKeys(type, tenantId, rows),
  ]
}
