import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { aFirm, type Firm } from '../firm.ts'

const PATH = '/v1/mail_settings'
const as = async (firm: Firm, role: string) => {
  await env.DB.prepare('UPDATE users SET roles = ? WHERE tenant_id = ? AND id = ?')
    .bind(JSON.stringify([role]), firm.tenantId, firm.mia.id)
    .run()
}
const edit = (firm: Firm, body: object, version = 1) =>
  firm.call('PATCH', PATH, body, { as: 'mia', headers: { 'If-Match': `"${version}"` } })

test('an administrator says what is kept and what is filed by itself; it stands in the firm’s history', async () => {
  const firm = await aFirm()
  await as(firm, 'admin')
  const before = await firm.call('GET', PATH, undefined, { as: 'mia' })
  expect(before.body).toEqual({
    version: 1,
    body_policy: 'snippet',
    files_threads: false,
    files_replies: false,
    acknowledges: false,
    may_edit: true,
  })
  const saved = await edit(firm, { body_policy: 'full', files_threads: true })
  expect(saved.body).toMatchObject({ version: 2, body_policy: 'full', files_threads: true, files_replies: false })
  expect(saved.trips).toBe(3)
  const events = await firm.call('GET', `/v1/tenants/${firm.tenantId}/events`, undefined, { as: 'mia' })
  expect(events.text).toContain('Kept of a filed mail')
})

test('an older version changes nothing and is told what there is; a rep sees it and changes nothing', async () => {
  const firm = await aFirm()
  await as(firm, 'admin')
  await edit(firm, { files_replies: true })
  const stale = await edit(firm, { body_policy: 'metadata' })
  expect([stale.status, stale.body.current.version, stale.body.current.body_policy]).toEqual([412, 2, 'snippet'])
  expect((await edit(firm, { body_policy: 'some' }, 2)).body.problems).toMatchObject([{ field: 'body_policy' }])
  await as(firm, 'sales_rep')
  expect((await firm.call('GET', PATH, undefined, { as: 'mia' })).body).toMatchObject({ may_edit: false, version: 2 })
  expect((await edit(firm, { body_policy: 'full' }, 2)).status).toBe(403)
})
