import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manifestTexts } from '../../manifests/manifests.ts'
import { settingsFor } from '../../manifests/settings.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-manifests-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/manifests.ts', '--out', join(folder, 'out'), ...args], {
    cwd: root,
    encoding: 'utf8',
  })

test('writes every manifest of an address, and says where', () => {
  const { status, stdout } = run('--origin', 'https://quayside.example.com', '--provider', '蓝鲸 & Co')
  expect(status).toBe(0)
  const texts = manifestTexts(settingsFor('https://quayside.example.com', { provider: '蓝鲸 & Co' }))
  for (const [file, text] of Object.entries(texts)) {
    expect(readFileSync(join(folder, 'out', file), 'utf8')).toBe(text)
    expect(stdout).toContain(file)
  }
  expect(readFileSync(join(folder, 'out/outlook.zip')).subarray(0, 2).toString()).toBe('PK')
})

test.each([
  [[], /Say the address/],
  [['--origin', 'http://quayside.example.com'], /must begin with https/],
  [['--origin', 'https://localhost:8787'], /this very machine/],
  [['--origin', 'https://quayside.example.com/desk'], /must be written as/],
  [['--origin', 'https://quayside.example.com', '--client-id', 'x'], /client id must be a GUID/],
  [['--origin', 'https://quayside.example.com', '--name', 'x'.repeat(31)], /at most 30/],
  [['--origin', 'https://quayside.example.com', '--colour', 'red'], /--colour/],
])('writes nothing for %j, and says why', (args, why) => {
  const { status, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stderr).toMatch(why)
  expect(existsSync(join(folder, 'out'))).toBe(false)
})
