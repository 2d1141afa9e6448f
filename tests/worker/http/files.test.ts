import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../../worker/src/app.ts'
import { r2Files } from '../../../worker/src/files/r2.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { fileKey, keepFile, type StoredFile } from '../../../worker/src/store/files.ts'
import { aFirm, app, type Firm, issuers, NOW, newId } from '../firm.ts'

/** A file about the firm's order, as an action keeps one. */
async function aFile(firm: Firm, other: Partial<StoredFile> = {}): Promise<StoredFile> {
  const content = new Uint8Array(new TextEncoder().encode('%PDF-1.4 报价'))
  const digest = await sha256(content)
  const file: StoredFile = {
    id: newId(),
    sha256: digest,
    name: 'QT-2026-0412 v2 报价单.pdf',
    mime: 'application/pdf',
    bytes: content.length,
    about: { type: 'order', id: firm.order.id },
    shows: ['sales'],
    ...other,
  }
  await r2Files(env.FILES).put(fileKey(firm.tenantId, digest), content)
  await openDatabase(env.DB).batch([keepFile({ tenantId: firm.tenantId, id: firm.mia.id }, file, NOW)])
  return file
}

const opened = (url: string, through = app) =>
  through.request(new URL(url).pathname, {}, { DB: env.DB, ASSETS: undefined as never })

describe('a file', () => {
  test('is opened by an address that its reader was given, in three round trips and two', async () => {
    const firm = await aFirm()
    const file = await aFile(firm)
    const { status, body, trips } = await firm.call('GET', `/v1/files/${file.id}`, undefined, { as: 'mia' })
    expect(status).toBe(200)
    expect(trips).toBe(3)
    expect(body).toMatchObject({
      name: file.name,
      mime: 'application/pdf',
      sha256: file.sha256,
      bytes: file.bytes,
      expiresAt: NOW + 120_000,
    })
    const response = await opened(body.url)
    expect(new TextDecoder().decode(await response.arrayBuffer())).toBe('%PDF-1.4 报价')
    expect(response.headers.get('Server-Timing')).toContain('trips=2')
  })

  test('comes as a download that runs nothing and is kept nowhere; a PDF is shown', async () => {
    const firm = await aFirm()
    const headersOf = async (other: Partial<StoredFile>) => {
      const file = await aFile(firm, other)
      const { body } = await firm.call('GET', `/v1/files/${file.id}`)
      return Object.fromEntries((await opened(body.url)).headers)
    }
    expect(await headersOf({})).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="QT-2026-0412 v2 ___.pdf"; filename*=UTF-8''QT-2026-0412%20v2%20%E6%8A%A5%E4%BB%B7%E5%8D%95.pdf`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    const hostile = await headersOf({ mime: 'text/html', name: 'a"b\r\nX: y; (1).html' })
    expect(hostile['content-disposition']).toMatch(
      /^attachment; filename="a_b__X_ y_ \(1\)\.html"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(hostile.x).toBeUndefined()
    expect(hostile['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  })

  test('is not there once the address has run out, nor for who may not see it any more', async () => {
    const firm = await aFirm()
    const file = await aFile(firm)
    const { body } = await firm.call('GET', `/v1/files/${file.id}`, undefined, { as: 'mia' })
    const later = createApp({ now: () => NOW + 120_000, newId, issuers, version: 'test', files: r2Files(env.FILES) })
    expect((await opened(body.url, later)).status).toBe(404)
    await env.DB.prepare('UPDATE users SET roles = \'["admin"]\' WHERE tenant_id = ? AND id = ?')
      .bind(firm.tenantId, firm.mia.id)
      .run()
    expect((await opened(body.url)).status).toBe(404)
    await env.DB.prepare("UPDATE users SET roles = '[\"sales_rep\"]', status = 'left' WHERE tenant_id = ? AND id = ?")
      .bind(firm.tenantId, firm.mia.id)
      .run()
    expect((await opened(body.url)).status).toBe(404)
  })

  test('with what its reader does not see in it is not for them, though its record is', async () => {
    const firm = await aFirm()
    const [open, secret] = [await aFile(firm), await aFile(firm, { shows: ['sales', 'profit'] })]
    expect((await firm.call('GET', `/v1/files/${open.id}`, undefined, { as: 'mia' })).status).toBe(200)
    expect((await firm.call('GET', `/v1/files/${secret.id}`, undefined, { as: 'mia' })).status).toBe(404)
    expect((await firm.call('GET', `/v1/files/${secret.id}`)).status).toBe(200)
  })

  test('of an address only the hash is kept, and old ones go', async () => {
    const firm = await aFirm()
    const file = await aFile(firm)
    const { body } = await firm.call('GET', `/v1/files/${file.id}`)
    const kept = async () =>
      (
        await env.DB.prepare('SELECT token_hash, expires_at FROM file_links WHERE tenant_id = ?')
          .bind(firm.tenantId)
          .all()
      ).results
    const token = new URL(body.url).pathname.split('/').at(-1) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await kept()).toEqual([{ token_hash: await sha256(token), expires_at: NOW + 120_000 }])
    await env.DB.prepare('UPDATE file_links SET expires_at = ? WHERE tenant_id = ?').bind(NOW, firm.tenantId).run()
    await firm.call('GET', `/v1/files/${file.id}`)
    expect(await kept()).toHaveLength(1)
  })

  test('is opened on another host where the deployment has one', async () => {
    const firm = await aFirm()
    const file = await aFile(firm)
    const apart = createApp({
      now: () => NOW,
      newId,
      issuers,
      version: 'test',
      files: r2Files(env.FILES),
      filesOrigin: 'https://files.quayside.example',
    })
    const response = await apart.request(
      `/v1/files/${file.id}`,
      { headers: { Authorization: `Bearer ${firm.tokens.david}` } },
      { DB: env.DB, ASSETS: undefined as never },
    )
    expect(((await response.json()) as { url: string }).url).toMatch(
      /^https:\/\/files\.quayside\.example\/files\/[\w-]{43}$/,
    )
  })
})
