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

function start(name: string, modules: Readonly<Record<string, string>>): Miniflare {
  const parts = Object.entries(modules).map(([path, contents]) => [path, { type: 'esm' as const, contents }])
  const manifest = { mainModule: `${name}.js`, modulesRoot: '/', modules: Object.fromEntries(parts) }
  return new Miniflare({
    telemetry: { enabled: false },
    workers: [{ config: { name, compatibilityDate: '2026-10-01', manifest } }],
  })
}

test('the production Worker starts with less than 400 kB, compressed', async () => {
  const modules = await buildWorker(join(root, 'worker/src/index.ts'))
  const whole = startOf(modules, 'index.js').map((name) => modules[name] ?? '')
  expect(gzipSync(whole.join('')).length).toBeLessThan(400_000)
  expect(whole.join('')).toContain('createApp')
  // What administrators ask for once in a firm's life is loaded then.
  expect(whole.join('')).not.toMatch(/VersionOverridesV1_1|zipSync/)
})

test('the production Worker starts in its parts, and describes itself', async () => {
  const worker = start('index', await buildWorker(join(root, 'worker/src/index.ts')))
  try {
    const answer = await fetch(new URL('/openapi.json', await worker.ready))
    const { paths, components } = (await answer.json()) as Record<string, object>
    expect(Object.keys(paths ?? {})).toEqual(expect.arrayContaining(['/v1/panel', '/v1/board', '/v1/orders/{id}']))
    expect(components).toMatchObject({ schemas: { Problem: {}, Panel: {}, order: {} } })
  } finally {
    await worker.dispose()
  }
})

test('Google’s library is no part of the start, and works where it is loaded', async () => {
  const modules = await buildWorker(join(root, 'tests/worker/mail/mail-reader.ts'))
  const withLibrary = Object.keys(modules).filter((name) => modules[name]?.includes('gmail.googleapis.com'))
  expect(withLibrary).toHaveLength(1)
  expect(startOf(modules, 'mail-reader.js')).not.toContain(withLibrary[0])

  const miniflare = start('mail-reader', modules)
  const faults = await startGmailFaults()
  try {
    const mail = { gmailApi: faults.url, access: 'a', message: 'b', messageId: 'plain' }
    const answer = await fetch(await miniflare.ready, { method: 'POST', body: JSON.stringify(mail) })
    expect(await answer.json()).toMatchObject({ kind: 'read', message: { subject: 'Camp chairs' } })
  } finally {
    await Promise.all([miniflare.dispose(), faults.stop()])
  }
})
