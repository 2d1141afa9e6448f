import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { holdingOf, PLACES } from '../../../worker/src/store/personal-places.ts'

const columns = async () =>
  (
    await env.DB.prepare(
      `SELECT m.name AS "table", c.name AS "column", c.type AS type FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_cf%' ESCAPE '\\' AND m.name NOT LIKE 'd1\\_%' ESCAPE '\\'
        AND m.name NOT LIKE 'defined\\_%' ESCAPE '\\'`,
    ).all<{ table: string; column: string; type: string }>()
  ).results

test('of every column that takes a text it is declared whether it may hold a person', async () => {
  const all = await columns()
  expect(all.length).toBeGreaterThan(600)
  const undeclared = all.filter(
    ({ table, column, type }) => type !== 'INTEGER' && holdingOf(table, column) === undefined,
  )
  expect(undeclared).toEqual([])
})

test('every place that is walked is there, with its key', async () => {
  const all = new Set((await columns()).map(({ table, column }) => `${table}.${column}`))
  const missing = PLACES.flatMap(({ table, key, holdings }) =>
    ['tenant_id', ...key, ...Object.keys(holdings)]
      .map((column) => `${table}.${column}`)
      .filter((one) => !all.has(one)),
  )
  expect(missing).toEqual([])
})
