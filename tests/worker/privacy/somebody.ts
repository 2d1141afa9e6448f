import { env } from 'cloudflare:test'
import { unzipSync } from 'fflate'
import { readMail } from '../../../worker/src/mail/read-mail.ts'
import { aUser } from '../../fixtures/builders.ts'
import { anIdentity, type Firm, newId, plant } from '../firm.ts'

/** Whoever looks after people's data in a firm. */
export async function aGuardian(firm: Firm): Promise<string> {
  const user = aUser({ id: newId(), email: 'dpo@bluewhale-outdoor.example', alias: 'Iris Guo', roles: ['dpo'] })
  await plant(firm.tenantId, { user: [user] })
  return anIdentity(firm.tenantId, user)
}

/** Takes steps until nothing more is done by itself. */
export async function carriedOut(firm: Firm, id: string, as: string) {
  for (;;) {
    const { body } = await firm.call('POST', `/v1/privacy/requests/${id}/steps`, {}, { as })
    if (!['collecting', 'running'].includes(body.status)) return body
  }
}

const { results: tables } = await env.DB.prepare(
  "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%tenant_id%' ORDER BY name",
).all<{ name: string }>()

/** Every cell and every stored file of a firm, also what is packed in them: where one of the words stands, in any writing of it. */
export async function placesOf(tenantId: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const look = (where: string, text: string) => {
    for (const word of words)
      if (everyWriting(text).some((one) => one.includes(word.toLowerCase()))) found.push(`${where}: ${word}`)
  }
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${name} WHERE tenant_id = ?`).bind(tenantId).all()
    for (const row of results) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string') look(`${name}.${column}`, value)
        else if (value instanceof ArrayBuffer) look(`${name}.${column}`, new TextDecoder().decode(value))
      }
    }
  }
  for (const { key } of (await env.FILES.list({ prefix: `${tenantId}/` })).objects) {
    const bytes = new Uint8Array((await (await env.FILES.get(key))?.arrayBuffer()) ?? new ArrayBuffer(0))
    look(key, new TextDecoder().decode(bytes))
    look(key, new TextDecoder('gb18030').decode(bytes))
    const mail = await readMail(bytes)
    if (mail) look(key, JSON.stringify([mail.message, mail.text, mail.html]))
    for (const part of mail?.attachments ?? []) look(key, new TextDecoder().decode(mail?.bytesOf(part)))
    if (bytes[0] === 0x50 && bytes[1] === 0x4b)
      for (const part of Object.values(unzipSync(bytes))) look(key, new TextDecoder().decode(part))
  }
  return [...new Set(found)]
}

/** As it stands, with JSON's and mail's codes taken away, without accents, and as digits alone. */
function everyWriting(text: string): string[] {
  const unescaped = text.replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  const quoted = bytesText(
    text.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  )
  const packed = (text.match(/[A-Za-z\d+/]{16,}={0,2}/g) ?? []).map((one) => {
    try {
      return bytesText(atob(one))
    } catch {
      return ''
    }
  })
  const all = [unescaped, quoted, ...packed].map((one) => one.normalize('NFKC').toLowerCase())
  return [...all, ...all.map((one) => one.normalize('NFD').replace(/\p{M}/gu, '')), text.replace(/[\s().\-+/]/g, '')]
}

const bytesText = (signs: string): string =>
  new TextDecoder().decode(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)))
