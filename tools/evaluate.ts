import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from './evaluate/usage-error.ts'
import { evaluateVectors } from './evaluate/vectors.ts'

/**
 * `npm run evaluate -- vectors FILE` prints the product's own answers to a file of inputs, as JSON and
 * without judging them. What it leaves out is named on stderr; exit code 2 when it was called wrongly.
 */
const COMMANDS: ReadonlyMap<string, (path: string) => unknown> = new Map([['vectors', vectors]])

function vectors(path: string): unknown {
  const { families, leftOut } = evaluateVectors(jsonFrom(path))
  if (leftOut.length > 0) console.error(`evaluate: left out, not implemented: ${leftOut.join(', ')}`)
  return { families }
}

/** npm runs scripts in the project's folder; a path is meant from where the person called it. */
function jsonFrom(path: string): unknown {
  const file = resolve(process.env.INIT_CWD ?? '', path)
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(`${file} is not JSON`)
  }
}

function run([command, path, ...more]: readonly string[]): unknown {
  if (command === 'mails' || command === 'workflow') throw new UsageError(`${command} does not exist yet`)
  const evaluate = COMMANDS.get(command ?? '')
  const understood = evaluate && path !== undefined && more.length === 0
  if (!understood) throw new UsageError('usage: npm run evaluate -- vectors FILE')
  return evaluate(path)
}

try {
  console.log(JSON.stringify(run(process.argv.slice(2)), null, 1))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`evaluate: ${error.message}`)
  process.exitCode = 2
}
