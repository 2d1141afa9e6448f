import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { MilestonesSchema } from '../worker/src/http/milestone-shapes.ts'
import { isSigned, isTimely } from '../worker/src/identity/webhook-signature.ts'

const doc = readFileSync(resolve(import.meta.dirname, '../docs/webhooks.md'), 'utf8')
const script = /```bash\n(.*?)```/s.exec(doc)?.[1] ?? ''
const runs = ['bash', 'openssl', 'curl', 'od'].every((tool) => spawnSync('which', [tool]).status === 0)

test.skipIf(!runs)(
  'what the page says to run is signed as the Worker checks it, and its body is one (skipped without a shell)',
  async () => {
    const calls: { url: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      calls.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) })
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      const { port } = server.address() as AddressInfo
      const here = script.replace('https://quayside.example.com', `http://127.0.0.1:${port}`)
      const env = { ...process.env, no_proxy: '127.0.0.1' }
      await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here], { env })
    } finally {
      server.close()
    }
    expect(calls).toHaveLength(1)
    const { url = '', headers = {}, body = Buffer.of() } = calls[0] ?? {}
    expect(url).toMatch(/^\/hooks\/milestones\/[0-9A-Z]{26}$/)
    const header = (name: string) => String(headers[`webhook-${name}`])
    const signed = {
      id: header('id'),
      timestamp: header('timestamp'),
      signature: header('signature'),
      body: new Uint8Array(body),
    }
    const secret = /SECRET='([^']+)'/.exec(script)?.[1] ?? ''
    expect(await isSigned(signed, [secret])).toBe(true)
    expect(isTimely(signed.timestamp, Date.now())).toBe(true)
    expect(MilestonesSchema.safeParse(JSON.parse(body.toString())).success).toBe(true)
  },
)

test('the page names every type of milestone that is taken', async () => {
  const { milestone } = await import('#shared/trade/milestone.ts')
  expect(doc).toContain(`\`${Object.keys(milestone.fields.type.choices).join(' ')}\``)
})
