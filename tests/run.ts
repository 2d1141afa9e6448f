import { resolve } from 'node:path'
import { startVitest } from 'vitest/node'

/**
 * Runs every test, or the files whose path holds the words given: pure rules in Node, store and HTTP
 * in workerd, journeys in Chromium. The last line counts them, whatever went wrong on the way.
 */
process.env.WRANGLER_SEND_METRICS ??= 'false'
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false'
process.env.WRANGLER_HIDE_BANNER ??= 'true'

const patterns = process.argv.slice(2)
const root = resolve(import.meta.dirname, '..')

const vitest = await startVitest('test', patterns, {
  root,
  watch: false,
  projects: ['tests/vitest.node.config.ts', 'tests/vitest.worker.config.ts', 'tests/vitest.journeys.config.ts'],
  passWithNoTests: false,
})

let passed = 0
let failed = 0
let skipped = 0
for (const module of vitest?.state.getTestModules() ?? []) {
  failed += module.errors().length
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') passed += 1
    else if (state === 'failed') failed += 1
    else skipped += 1
  }
}
failed += vitest?.state.getUnhandledErrors().length ?? 1
if (passed + failed === 0) {
  console.error(`No test matches ${patterns.join(' ')}`)
  failed = 1
}
await vitest?.close()
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
