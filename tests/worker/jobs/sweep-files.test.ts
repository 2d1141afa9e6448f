import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { r2Files } from '../../../worker/src/files/r2.ts'
import { sweepFiles } from '../../../worker/src/jobs/sweep-files.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { fileKey } from '../../../worker/src/store/files.ts'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, newId } from '../firm.ts'

const DAY = 24 * 3_600_000
const files = r2Files(env.FILES)

beforeEach(() => env.DB.prepare('DELETE FROM file_sweeps').run())

/** Sweeps until the bucket is through. */
async function swept(now: number) {
  let [runs, removed, trips] = [0, 0, 0]
  do {
    const database = openDatabase(env.DB)
    removed += await sweepFiles(database, files, now)
    trips = Math.max(trips, database.figures.trips)
    runs += 1
  } while ((await env.DB.prepare('SELECT cursor FROM file_sweeps').first('cursor')) !== null)
  return { runs, removed, trips }
}

const there = async (key: string) => (await files.putAt(key)) !== null

describe('bytes that nobody names', () => {
  test('are taken away after a day, some in each run; what is named stays, and what is no file of a firm', async () => {
    const firm = await aFirm()
    const mail = aMail({
      from: `Ana <${firm.contact.emails?.[0]}>`,
      files: [{ name: 'a.pdf', mime: 'application/pdf', bytes: new Uint8Array(5) }],
    })
    const { body } = await firm.call('POST', '/v1/mails', mail, { headers: { 'Content-Type': 'message/rfc822' } })
    const named = fileKey(firm.tenantId, body.attachments[0].sha256)
    const orphans = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => fileKey(firm.tenantId, await sha256(`orphan ${index}`))),
    )
    await Promise.all([...orphans, 'letters/logo.png'].map((key) => files.put(key, new Uint8Array(3))))
    const { removed: early } = await swept(Date.now() + DAY / 2)
    expect(early).toBe(0)
    await env.DB.prepare('DELETE FROM file_sweeps').run()
    const { runs, removed, trips } = await swept(Date.now() + DAY + 60_000)
    expect(removed).toBeGreaterThanOrEqual(120)
    expect(runs).toBeGreaterThan(1)
    expect(trips).toBe(2)
    expect(await Promise.all(orphans.map(there))).not.toContain(true)
    expect([await there(named), await there('letters/logo.png')]).toEqual([true, true])
    // A sweep that is just over is not begun again.
    expect(await swept(Date.now() + DAY + 120_000)).toEqual({ runs: 1, removed: 0, trips: 1 })
  })

  test('that were put there again are on their way to a name', async () => {
    const key = fileKey(newId(), await sha256('again'))
    await files.put(key, new Uint8Array(3))
    const asked = { ...files, putAt: async () => Date.now() + 2 * DAY }
    await sweepFiles(openDatabase(env.DB), asked, Date.now() + 2 * DAY)
    expect(await there(key)).toBe(true)
  })
})
