import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeTime } from 'ulid'
import { expect, test } from 'vitest'
import { beside } from './beside.ts'
import { theBrowser } from './browser.ts'
import { databaseRows } from './database-rows.ts'
import { open } from './open.ts'
import { startWorkbench } from './stage.ts'

type Host = 'outlook' | 'gmail'

const DEMO_TODAY = Date.parse('2026-10-20T09:00:00+08:00')
const TRILHA = '03_br_resposta_cotacao'

/** A morning of two reps, by what they see and press; nothing in it knows which host it is. */
async function story(url: string, host: Host): Promise<void> {
  const browser = await theBrowser()
  const at = async (as: string, mail: string, title: string) => {
    const workbench = await open(browser, url, { as, mail, host })
    await workbench.showing(title)
    return { ...beside(workbench, host), leave: () => workbench.context.close() }
  }

  const leo = await at('leo.sun', '07_fr_demande_prix', 'Hélène Chauvière')
  await leo.hasRead()
  await leo.act('Create inquiry', { company_name: 'Camping de l’Étang', country: 'FR' })
  await leo.act('Claim')
  expect(await leo.text()).toContain('Claimed')
  await leo.leave()

  const asking = await at('leo.sun', TRILHA, 'Thiago Nunes')
  expect(await asking.text()).not.toContain('Trilha Sul Comércio')
  await asking.act('Ask for this customer', { reason: 'I met <b>Thiago</b> at the fair' })
  expect(await asking.text()).toContain('You have asked for this customer.')
  await asking.leave()

  const mia = await at('mia.zhao', TRILHA, 'Trilha Sul')
  await mia.act('Answer', { answer: 'granted' })
  await mia.act('Production finished, inspect', { inspection_on: '2026-10-26' })
  await mia.act('Add a note', { note: '<b>Thiago</b> & "Ana" want the B/L copy\non Friday' })
  expect(await mia.text()).toContain('<b>Thiago</b> & "Ana" want the B/L copy')
  await mia.leave()

  const sharing = await at('leo.sun', TRILHA, 'Trilha Sul')
  expect(await sharing.text()).toContain('Inspection')
  await sharing.leave()
}

/**
 * Every row of the firm's database, without what must differ: moments, new ids, keys of calls, and the host's name. New ids are
 * counted in the order of what else the rows say: of two that were made in the same moment either may be the first.
 */
function database(data: string, host: Host): Record<string, unknown[]> {
  const isNow = (value: number) => value >= DEMO_TODAY && value < DEMO_TODAY + 3_600_000
  // A deadline is as late after its hour as the press was that it counts from.
  const wholeMinutes = (value: number) => String(value > DEMO_TODAY ? value - (value % 600_000) : value)
  const renamed = (text: string, nameOf: (id: string) => string) =>
    text.replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, (id) => (decodeTime(id) <= DEMO_TODAY ? id : nameOf(id)))
  const settled = (table: string, row: Readonly<Record<string, unknown>>) => {
    const { key, request_hash: _, ...kept } = row
    const text = JSON.stringify(table === 'idempotency_keys' ? kept : row).replace(/\b\d{13}\b/g, (moment) =>
      isNow(Number(moment)) ? 'now' : wholeMinutes(Number(moment)),
    )
    const ofToday = [row.at, row.updated_at].some((moment) => isNow(Number(moment)))
    return ofToday ? text.replaceAll(JSON.stringify(host), '"this host"') : text
  }
  const ids = new Map<string, string>()
  const counted = (id: string) => {
    ids.set(id, ids.get(id) ?? `new ${ids.size}`)
    return ids.get(id) ?? ''
  }
  return Object.fromEntries(
    [...databaseRows(data)].map(([table, all]) => {
      const rows = all.map((row) => settled(table, row))
      const plain = new Map(rows.map((row) => [row, renamed(row, () => 'new')]))
      const inOrder = rows.toSorted((a, b) => ((plain.get(a) ?? '') < (plain.get(b) ?? '') ? -1 : 1))
      return [table, inOrder.map((row) => renamed(row, counted))]
    }),
  )
}

async function endOf(host: Host): Promise<Record<string, unknown[]>> {
  const data = mkdtempSync(join(tmpdir(), `quayside-${host}-`))
  const stage = await startWorkbench(data)
  try {
    await story(stage.url, host)
  } finally {
    await stage.stop()
  }
  const end = database(data, host)
  rmSync(data, { recursive: true, force: true })
  return end
}

test('the same morning in Outlook and in Gmail leaves the same database', async () => {
  const [outlook, gmail] = await Promise.all([endOf('outlook'), endOf('gmail')])
  expect(Object.keys(gmail)).toEqual(Object.keys(outlook))
  for (const [table, rows] of Object.entries(outlook)) expect([table, gmail[table]]).toEqual([table, rows])
  // The story is in it: it was not two empty mornings that were alike.
  expect(JSON.stringify(outlook.inquiries)).toContain('Camping de l’Étang')
  expect(JSON.stringify(outlook.access_requests)).toContain('granted')
  expect(JSON.stringify(outlook.interactions)).toContain('want the B/L copy')
  expect(JSON.stringify(outlook.orders)).toContain('2026-10-26')
}, 120_000)
