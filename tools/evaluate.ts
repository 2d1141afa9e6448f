import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { evaluateMail } from './evaluate/mails.ts'
import { UsageError } from './evaluate/usage-error.ts'
import { evaluateVectors } from './evaluate/vectors.ts'
import { evaluateWorkflow } from './evaluate/workflow.ts'

/**
 * `npm run evaluate -- vectors FILE` prints the product's own answers to a file of inputs, `-- workflow FILE` those of
 * a workflow to a run's commands, `-- mails FILE` what is read in a mail; of the latter two also of each file of a
 * folder; as JSON and without judging them. What is left out is named on stderr; exit code 2 when it was called wrongly.
 */
const COMMANDS: ReadonlyMap<string, (path: string) => unknown> = new Map([
  ['vectors', vectors],
  ['workflow', workflow],
  ['mails', mails],
])

function vectors(path: string): unknown {
  const { families, leftOut } = evaluateVectors(jsonFrom(path))
  if (leftOut.length > 0) console.error(`evaluate: left out, not implemented: ${leftOut.join(', ')}`)
  return { families }
}

function workflow(path: string): unknown {
  const folder = resolve(process.env.INIT_CWD ?? '', path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return evaluateWorkflow(jsonFrom(path))
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(files.sort().map((file) => [file, answerTo(join(folder, file))]))
}

/** Of each mail by the name of its file, as `mails/expected.json` has them; of one file alone too. */
async function mails(path: string): Promise<unknown> {
  const file = resolve(process.env.INIT_CWD ?? '', path)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new UsageError(`cannot read ${file} (ENOENT)`)
  const names = found.isDirectory() ? readdirSync(file).filter((name) => name.endsWith('.eml')) : [basename(file)]
  const folder = found.isDirectory() ? file : dirname(file)
  const answers: [string, unknown][] = []
  for (const name of names.sort()) answers.push([name, await evaluateMail(join(folder, name))])
  return Object.fromEntries(answers)
}

/** One bad file of a folder keeps no other from its answer. */
function answerTo(file: string): unknown {
  try {
    return evaluateWorkflow(jsonFrom(file))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { error: error.message }
  }
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
  const evaluate = COMMANDS.get(command ?? '')
  const understood = evaluate && path !== undefined && more.length === 0
  if (!understood) throw new UsageError('usage: npm run evaluate -- vectors FILE | workflow FILE | mails FILE')
  return evaluate(path)
}

try {
  console.log(JSON.stringify(await run(process.argv.slice(2)), null, 1))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`evaluate: ${error.message}`)
  process.exitCode = 2
}
