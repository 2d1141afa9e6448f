import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Installs what the lock file names, when that has not been done yet. Runs before `npm start` and
 * `npm test` with whatever Node there is; everything after it runs with the Node of the lock file.
 */
const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const mark = 'node_modules/.quayside-lock'
const installed = existsSync(mark) && readFileSync(mark, 'utf8') === hash

if (!installed) {
  console.log('Installing packages, once…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync('node_modules', { recursive: true })
  writeFileSync(mark, hash)
}
