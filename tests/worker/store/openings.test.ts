import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { keepOpening } from '../../../worker/src/store/openings.ts'
import { newId } from '../firm.ts'

test('the last one opened is the last, also when the clock was set back', async () => {
  const person = { tenantId: newId(), id: newId() }
  const open = (id: string, now: number) =>
    openDatabase(env.DB).batch(keepOpening(person, { type: 'customer', id }, now))
  await open('first', 2_000)
  await open('second', 1_000)
  await open('third', 1_000)
  await open('first', 500)
  const { results } = await env.DB.prepare('SELECT record_id FROM openings WHERE tenant_id = ? ORDER BY at DESC')
    .bind(person.tenantId)
    .all<{ record_id: string }>()
  expect(results.map((row) => row.record_id)).toEqual(['first', 'third', 'second'])
})
