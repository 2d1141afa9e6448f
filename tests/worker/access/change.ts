import { env } from 'cloudflare:test'
import type { Values } from '#shared/record/change.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { readRecord } from '../../../worker/src/store/records.ts'
import { commit } from '../../../worker/src/store/write.ts'
import { NOW } from '../firm.ts'

/** Somebody changes a record meanwhile, by way of the store, for no route changes staff yet. */
export async function change(tenantId: string, type: TypeName, id: string, values: Values): Promise<void> {
  const row = await env.DB.prepare(`SELECT * FROM ${TYPES[type].plural} WHERE tenant_id = ? AND id = ?`)
    .bind(tenantId, id)
    .first()
  if (!row) throw new Error(`no ${type} ${id}`)
  const writer = { tenantId, userId: id, now: NOW, surface: 'api', action: 'edited', period: '2026' } as const
  await commit(openDatabase(env.DB), writer, [{ kind: 'update', type, before: readRecord(type, row), values }], null)
}
