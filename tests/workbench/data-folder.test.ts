import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cardSecret, localKey, takeFolder } from '../../workbench/data-folder.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'quayside-folder-'))

test('a folder is one workbench’s at a time, and free again once it is left', () => {
  const folder = aFolder()
  const other = spawn('node', ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(join(folder, 'running'), String(other.pid))
  expect(() => takeFolder(folder)).toThrow(/in use by another workbench/)
  other.kill()
  writeFileSync(join(folder, 'running'), '')
  takeFolder(folder)()
  takeFolder(folder)()
})

test('a workbench that was killed keeps nobody out', () => {
  const folder = aFolder()
  // No process has a number this high.
  writeFileSync(join(folder, 'running'), '999999999')
  expect(() => takeFolder(folder)).not.toThrow()
  expect(readFileSync(join(folder, 'running'), 'utf8')).toBe(String(process.pid))
})

test.each([
  ['local-key.json', localKey],
  ['card-secret', cardSecret],
])('the secret in %s stays the same, and only its owner can read it', async (file, secretOf) => {
  const folder = aFolder()
  const secret = await secretOf(folder)
  expect(await secretOf(folder)).toBe(secret)
  expect(await secretOf(aFolder())).not.toBe(secret)
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
})
