import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import { expect, test } from 'vitest'
import { buildWorker } from '../worker/build.ts'
import { startGmailFaults } from './hosts/gmail-faults.ts'

const root = resolve(import.meta.dirname, '..')

/** The names of an entry and of what it imports at once, and so on. */
function startOf(modules: Readonly<Record<string, string>>, entry: string, found = new Set<string>()): string[] {
  if (found.has(entry)) return []
  found.add(entry)
  const imported = [...(modules[entry] ?? '').matchAll(/(?:^|[;}\n])(?:import|export)\b[^(;]*?"\.\/([^"]+)"(?=;)/g)]
  return [entry, ...imported.flatMap(([, name = '']) => startOf(modules, name, found))]
}

test('the production Worker starts with less than 400 kB, compressed', async () => {
  const modules = await buildWorker(join(root, 'worker/src/index.ts'))
  const start = startOf(modules, 'index.js').map((name) => modules[name] ?? '')
  expect(gzipSync(start.join('')).length).toBeLessThan(400_000)
  expect(start.join('')).toContain('createApp')
  // What administrators ask for once in a firm's life is loaded then.
  expect(start.join('')).not.toMatch(/VersionOverridesV1_1|zipSync/)
})

test('Google’s library is no part of the start, and works where it is loaded', async () => {
  const modules = await buildWorker(join(root, 'tests/worker/mail/mail-reader.ts'))
  const withLibrary = Object.keys(modules).filter((name) => modules[name]?.includes('gmail.googleapis.com'))
  expect(withLibrary).toHaveLength(1)
  expect(startOf(modules, 'mail-reader.js')).not.toContain(withLibrary[0])

  const parts = Object.entries(modules).map(([name, contents]) => [name, { type: 'esm' as const, contents }])
  const manifest = { mainModule: 'mail-reader.js', modulesRoot: '/', modules: Object.fromEntries(parts) }
  const miniflare = new Miniflare({
    telemetry: { enabled: false },
    workers: [{ config: { name: 'mail-reader', compatibilityDate: '2026-10-01', manifest } }],
  })
  const faults = await startGmailFaults()
  try {
    const mail = { gmailApi: faults.url, access: 'a', message: 'b', messageId: 'plain' }
    const answer = await fetch(await miniflare.ready, { method: 'POST', body: JSON.stringify(mail) })
    expect(await answer.json()).toMatchObject({ kind: 'read', message: { subject: 'Camp chairs' } })
  } finally {
    await Promise.all([miniflare.dispose(), faults.stop()])
  }
})
