import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startWorkbench } from '../journeys/stage.ts'

const data = mkdtempSync(join(tmpdir(), 'quayside-jobs-'))
let workbench: Running

beforeAll(async () => {
  workbench = await startWorkbench(data)
}, 60_000)
afterAll(async () => {
  await workbench.stop()
  rmSync(data, { recursive: true, force: true })
})

interface Mail {
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly at: number
  readonly key: string
}

async function call(method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(workbench.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as never }
}

const door = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await call(method, path, body)).body
const mails = async () => (await door<{ mails: Mail[] }>('GET', '/local/outbox')).mails
const tick = () => door<Record<string, number>>('POST', '/local/tick')
/** What is done in one minute may owe something in the next: a deal that has gone on has other clocks. */
async function quiet(): Promise<void> {
  for (let minutes = 1; (await tick()).decided; minutes++) expect(minutes).toBeLessThan(10)
}
const jump = (advance: string) => door('POST', '/local/clock', { advance })

test('one fresh inquiry in Europe’s pool, through a kill between its ticks: Kevin, then Kevin and David, each once', async () => {
  const { token } = await door<{ token: string }>('POST', '/local/sign-in', {
    email: 'david.chen@bluewhale-outdoor.example',
  })
  const { now } = await door<{ now: number }>('GET', '/local/clock')
  const teams = (await call('GET', '/v1/teams', undefined, token)).body as { records: { id: string; key: string }[] }
  const team_id = teams.records.find(({ key }) => key === 'europe')?.id
  const values = { subject: 'Lanterns', company_name: 'Nordlys AS', received_at: now, team_id }
  const made = (await call('POST', '/v1/inquiries', values, token)) as {
    status: number
    body: { id: string; doc_no: string }
  }
  expect(made.status).toBe(201)
  const mine = async () => (await mails()).filter(({ subject }) => subject.includes(made.body.doc_no))

  // What waited before is told first.
  await quiet()
  const before = (await mails()).length
  expect(before).toBeGreaterThan(0)
  expect(await tick()).toMatchObject({ decided: 0, queued: 0, sent: 0 })

  await jump('PT20H')
  await tick()
  expect((await mine()).map(({ to }) => to)).toEqual([['kevin.wang@bluewhale-outdoor.example']])

  await workbench.kill()
  workbench = await startWorkbench(data)
  await tick()
  expect(await mine()).toHaveLength(1)

  await jump('PT5H')
  await tick()
  await tick()
  const [last, , first] = await mine()
  expect((await mine()).map(({ to }) => String(to)).sort()).toEqual(
    ['david.chen', 'kevin.wang', 'kevin.wang'].map((key) => `${key}@bluewhale-outdoor.example`),
  )
  expect(new Set((await mails()).map(({ key }) => key)).size).toBe((await mails()).length)
  expect(first?.at).toBeLessThan(last?.at ?? 0)
  expect(first?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  expect(first?.text).toContain(`${workbench.url.replace(/\d+$/, '')}`)
  expect(first?.text).toContain(`/desk/inquiries/${made.body.id}`)
}, 90_000)

test('what is due next is listed with the numbers of the records, the earliest first', async () => {
  const { timers } = await door<{ timers: { number: string; type: string; dueAt: number; level: number }[] }>(
    'GET',
    '/local/timers',
  )
  expect(timers.length).toBeGreaterThan(0)
  const numbers: Readonly<Record<string, RegExp>> = { inquiry: /^INQ-2026-\d{4}$/, deal: /^DL-2026-\d{4}$/ }
  for (const { number, type } of timers) expect(number).toMatch(numbers[type] ?? type)
  expect(new Set(timers.map(({ type }) => type))).toEqual(new Set(Object.keys(numbers)))
  const due = timers.map(({ dueAt }) => dueAt)
  expect(due).toEqual(due.toSorted((a, b) => a - b))
})

test('these doors are for the workbench’s own pages', async () => {
  for (const [method, path] of [
    ['GET', 'outbox'],
    ['POST', 'tick'],
    ['GET', 'timers'],
  ] as const) {
    const headers = { Origin: 'https://elsewhere.example' }
    expect((await fetch(`${workbench.url}/local/${path}`, { method, headers })).status).toBe(404)
  }
})
