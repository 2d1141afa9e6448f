import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import chromium from '@sparticuz/chromium'
import { startVitest } from 'vitest/node'

/**
 * Runs every test, or the files whose path holds the words given: pure rules in Node, store and HTTP
 * in workerd, journeys in Chromium. The last line counts them, whatever went wrong on the way; before it stands each that failed.
 */
process.env.WRANGLER_SEND_METRICS ??= 'false'
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false'
process.env.WRANGLER_HIDE_BANNER ??= 'true'

/** The journeys of the wide pages: about as long as all the others. */
const WIDE = ['clock', 'desk', 'install', 'own-field', 'sheets', 'speed'].map((name) => `tests/journeys/${name}`)

interface Part {
  readonly projects: readonly ('node' | 'pages' | 'worker' | 'journeys')[]
  /** The beginnings of the paths of its files, or of those that are not its own. */
  readonly only?: readonly string[]
  readonly without?: readonly string[]
}

/** Each runs its files one after the other, on a stage of its own; they go side by side, for each waits a lot, and are about as long. */
const PARTS: Readonly<Record<string, Part>> = {
  worker: { projects: ['worker'] },
  rules: { projects: ['node', 'pages'] },
  mails: { projects: ['journeys'], without: WIDE },
  rooms: { projects: ['journeys'], only: WIDE },
}

/** Everything, for the words of a path. */
const WHOLE: Part = { projects: ['node', 'pages', 'worker', 'journeys'] }

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** A line for each test that failed: where, and its first words. */
  readonly reasons: readonly string[]
}

/** How such a line begins, for the process that gathers them. */
const REASON = 'FAILED '

const [first, ...others] = process.argv.slice(2)
const part = first === '--part' && PARTS[others[0] ?? '']
if (first === undefined) {
  console.log('Everything, in parts side by side; each is told when it has ended, in some minutes.')
  // Unpacked once, before several want it at once.
  await chromium.executablePath()
}
const counts = part
  ? [await runProjects(part, [...(part.only ?? [])])]
  : first === undefined
    ? await Promise.all(Object.keys(PARTS).map(runPart))
    : [await runProjects(WHOLE, [first, ...others])]

const sum = (part: 'passed' | 'failed' | 'skipped') => counts.reduce((all, count) => all + count[part], 0)
const skipped = sum('skipped')
for (const { reasons } of counts) for (const reason of reasons) console.log(reason)
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(sum('failed') > 0 ? 1 : 0)

/** One part in a process of its own. What it says is shown when it has ended, so that they do not talk at once. */
async function runPart(name: string): Promise<Count> {
  const child = spawn(process.execPath, [import.meta.filename, '--part', name], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  await new Promise((ended) => child.on('close', ended))
  const [, passed = 0, failed = 1, skipped = 0] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(said) ?? []
  const lines = said.trimEnd().split('\n').slice(0, -1)
  const reasons = lines.filter((line) => line.startsWith(REASON))
  console.log(lines.filter((line) => !line.startsWith(REASON)).join('\n'))
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped), reasons }
}

async function runProjects({ projects, without = [] }: Part, patterns: string[]): Promise<Count> {
  const vitest = await startVitest('test', patterns, {
    root: resolve(import.meta.dirname, '..'),
    watch: false,
    projects: projects.map((name) => `tests/vitest.${name}.config.ts`),
    cliExclude: without.map((path) => `${path}*`),
    passWithNoTests: false,
  })
  const unhandled = vitest?.state.getUnhandledErrors() ?? [new Error('the tests could not be started')]
  const reasons = unhandled.map((error) => reasonOf('outside every test', error))
  const count = { passed: 0, failed: unhandled.length, skipped: 0, reasons }
  for (const module of vitest?.state.getTestModules() ?? []) {
    count.failed += module.errors().length
    reasons.push(...module.errors().map((error) => reasonOf(module.relativeModuleId, error)))
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result()
      count[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
      if (state === 'failed') reasons.push(reasonOf(`${module.relativeModuleId} > ${test.fullName}`, errors[0]))
    }
  }
  if (count.passed + count.failed === 0) {
    console.error(`No test matches ${patterns.join(' ')}`)
    count.failed = 1
  }
  await vitest?.close()
  return count
}

function reasonOf(where: string, error: unknown): string {
  const [words = ''] = String((error as { message?: unknown } | undefined)?.message ?? error).split('\n')
  return `${REASON}${where}: ${words.slice(0, 300)}`
}
