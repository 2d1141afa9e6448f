import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { wholeSchema } from '../../../worker/src/store/ddl.ts'

/** The shape of a table as SQLite itself has it, so that spelling does not matter, nor the order: statements name columns. */
async function shapeOf(table: string): Promise<unknown> {
  const [columns, indexes, made] = await env.DB.batch([
    env.DB.prepare('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) ORDER BY name').bind(table),
    env.DB.prepare(
      'SELECT l.name, l."unique", l.partial, group_concat(i.name) AS on_columns FROM pragma_index_list(?) l ' +
        "JOIN pragma_index_info(l.name) i WHERE l.origin = 'c' GROUP BY l.name ORDER BY l.name",
    ).bind(table),
    env.DB.prepare("SELECT sql LIKE '%STRICT%' AS strict FROM sqlite_master WHERE name = ?").bind(table),
  ])
  return [columns?.results, indexes?.results, made?.results]
}

describe('the migrations make what the definitions say', () => {
  test.each([...wholeSchema().keys()])('%s', async (table) => {
    const migrated = await shapeOf(table)
    // The same statements under another name, made afresh from the definitions.
    const other = `defined_${table}`
    const statements = (wholeSchema().get(table) ?? []).flatMap((sql) => sql.split(/;\s*/).filter(Boolean))
    const renamed = statements.map((sql) =>
      sql
        .replace(`CREATE TABLE ${table} `, `CREATE TABLE ${other} `)
        .replace(/INDEX (\w+) ON \w+/, (_, name: string) => `INDEX defined_${name} ON ${other}`),
    )
    await env.DB.batch(renamed.map((sql) => env.DB.prepare(sql)))
    const defined = JSON.stringify(await shapeOf(other)).replaceAll('defined_', '')
    await env.DB.prepare(`DROP TABLE ${other}`).run()
    expect(JSON.stringify(migrated)).toBe(defined)
  })

  test('no table is there that nobody defines', async () => {
    const { results } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' " +
        "AND name NOT LIKE 'd1\\_%' ESCAPE '\\' ORDER BY name",
    ).all<{ name: string }>()
    expect(results.map((row) => row.name)).toEqual([...wholeSchema().keys()].sort())
  })
})
