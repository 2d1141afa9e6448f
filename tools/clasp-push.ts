import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { originProblem } from '../manifests/origin.ts'
import { projectFiles, writeProject } from './clasp/project.ts'
import { projectProblems } from './clasp/project-problems.ts'

/**
 * `npm run clasp:push -- --origin https://…` builds the Apps Script project of the Sheets sidebar and pushes it into the script that
 * `sheets-sidebar/.clasp.json` names; `--dry-run` builds and checks it, lists what would be pushed, and needs no login, no network and
 * no address. Nothing is pushed that has a problem; exit code 2 then.
 */
const root = resolve(import.meta.dirname, '..')
const OUT = join(root, '.data/sheets-sidebar')
const TARGET = join(root, 'sheets-sidebar/.clasp.json')

const USAGE = `npm run clasp:push -- --origin https://quayside.example.com [--dry-run]`

function refuse(problems: readonly string[]): never {
  console.error([...problems, '', USAGE].join('\n'))
  process.exit(2)
}

function options() {
  try {
    return parseArgs({ options: { origin: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } }).values
  } catch (error) {
    return refuse([(error as Error).message])
  }
}

function scriptId(): string {
  if (!existsSync(TARGET)) refuse([`There is no ${TARGET}: see docs/sheets.md.`])
  const { scriptId } = JSON.parse(readFileSync(TARGET, 'utf8')) as { scriptId?: string }
  return scriptId ?? refuse([`${TARGET} names no scriptId.`])
}

const { origin, 'dry-run': isDry } = options()
if (origin === undefined && !isDry) refuse(['Say the address of your Worker: --origin https://…'])
const address = origin ?? 'https://quayside.example.com'
const wrong = originProblem(address)
if (wrong) refuse([wrong])

const files = await projectFiles(address)
const problems = await projectProblems(files)
if (problems.length > 0) refuse(problems)
await writeProject(OUT, files, isDry ? 'none' : scriptId())

const clasp = spawnSync('clasp', isDry ? ['show-file-status', '--json'] : ['push', '--force'], {
  cwd: OUT,
  encoding: 'utf8',
  stdio: ['inherit', isDry ? 'pipe' : 'inherit', 'inherit'],
})
if (clasp.error || clasp.status !== 0) refuse([`clasp failed: ${clasp.error?.message ?? `exit code ${clasp.status}`}`])
if (isDry) {
  const { filesToPush } = JSON.parse(clasp.stdout) as { filesToPush: string[] }
  for (const file of filesToPush) console.log(join(OUT, file))
  console.log(`clasp would push ${filesToPush.length} files that talk to ${address}`)
}
