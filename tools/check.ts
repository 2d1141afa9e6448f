import { spawnSync } from 'node:child_process'

/** Format and lint, types, unused code: everything that is checked without running the product. */
const steps: readonly (readonly [string, ...string[]])[] = [
  ['biome', 'check', '--error-on-warnings', '.'],
  ['tsc', '-b'],
  ['knip', '--no-progress'],
]

for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')}: failed`)
    process.exit(1)
  }
}
console.log('check: all good')
