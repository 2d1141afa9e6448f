import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { startVitest } from 'vitest/node'

/**
 * Runs every test, or the files whose path holds the words given: pure rules in Node, store and HTTP
 * in workerd, journeys in Chromium. The last line counts them, whatever went wrong on the way.
 */
process.env.WRANGLER_SEND_METRICS ??= 'false'
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false'
process.env.WRANGLER_HIDE_BANNER ??= 'true'

/** Each runs its files one after the other; the two go side by side, for neither fills a machine. */
const HALVES = { rules: ['node', 'worker'], journeys: ['journeys'] } as const

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const [half, ...patterns] = process.argv.slice(2)
if (half === undefined)
  console.log('Everything, in two halves side by side; each is told when it has ended, in some minutes.')
const counts =
  half === '--half'
    ? [await runProjects([patterns[0] === 'journeys' ? 'journeys' : 'rules'], [])]
    : half === undefined
      ? await Promise.all([runHalf('rules'), runHalf('journeys')])
      : [await runProjects(['rules', 'journeys'], [half, ...patterns])]

const sum = (part: keyof Count) => counts.reduce((all, count) => all + count[part], 0)
const skipped = sum('skipped')
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(sum('failed') > 0 ? 1 : 0)

/** One half in a process of its own. What it says is shown when it has ended, so that the two do not talk at once. */
async function runHalf(name: keyof typeof HALVES): Promise<Count> {
  const child = spawn(process.execPath, [import.meta.filename, '--half', name], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  await new Promise((ended) => child.on('close', ended))
  const [, passed = 0, failed = 1, skipped = 0] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(said) ?? []
  console.log(said.trimEnd().split('\n').slice(0, -1).join('\n'))
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
}

async function runProjects(halves: readonly (keyof typeof HALVES)[], patterns: string[]): Promise<Count> {
  const vitest = await startVitest('test', patterns, {
    root: resolve(import.meta.dirname, '..'),
    watch: false,
    projects: halves.flatMap((name) => HALVES[name]).map((name) => `tests/vitest.${name}.config.ts`),
    passWithNoTests: false,
  })
  const count = { passed: 0, failed: vitest?.state.getUnhandledErrors().length ?? 1, skipped: 0 }
  for (const module of vitest?.state.getTestModules() ?? []) {
    count.failed += module.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      count[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
    }
  }
  if (count.passed + count.failed === 0) {
    console.error(`No test matches ${patterns.join(' ')}`)
    count.failed = 1
  }
  await vitest?.close()
  return count
}
