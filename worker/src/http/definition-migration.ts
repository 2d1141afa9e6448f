import type { z } from '@hono/zod-openapi'
import { mayAtAll } from '#shared/access/access.ts'
import { standardOf, workflowOf } from '#shared/deal/definitions.ts'
import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { readPublished } from '../store/deal-file.ts'
import { versionOf } from '../store/definitions.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { type MigrationAnswer, MigrationBody } from './definition-shapes.ts'
import { parseBody } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { fatesOf, runningPage } from './running-deals.ts'
import { writerOf } from './writer.ts'

type Answered = z.infer<typeof MigrationAnswer>

/** How often a page is decided anew when somebody works on one of its deals meanwhile. */
const TRIES = 3

/**
 * Moves running deals from one version of a definition to another, a page at a time; what is lost stays where it is. It can be
 * called again and again with the same: what was moved is there, and not found here any more.
 */
export async function migration(context: AppContext): Promise<Answered> {
  const { database, person } = context.var
  if (!mayAtAll(person.access, 'workflow', 'edit')) throw new HttpProblem('not_allowed')
  const { from, to, map, dryRun, limit, cursor } = await parseBody(context, MigrationBody)
  const key = context.req.param('key') ?? ''
  const page = runningPage(context, { key, version: from, limit, cursor })
  for (let tries = 1; ; tries += 1) {
    const [[target] = [], ...rest] = await database.batch([
      versionOf({ tenant: person.tenantId, key, version: to }),
      ...page.statements,
    ])
    const workflow = targetOf(context, key, to, target)
    checkMap(context, map, workflow)
    const { running, next } = page.read(rest)
    const { fates, told } = fatesOf(context, running, workflow, map)
    const changes = fates.flatMap(({ change }): Change[] => (change ? [change] : []))
    if (dryRun || changes.length === 0) return { deals: [...told], next, stored: !dryRun }
    try {
      await commit(database, writerOf(context, 'api', 'migrated'), changes, null)
      return { deals: [...told], next, stored: true }
    } catch (error) {
      if (!(error instanceof UniqueViolation)) throw error
      if (tries === TRIES) throw new HttpProblem('conflict')
    }
  }
}

/** The version that deals are moved to: one that they can run by today. */
function targetOf(context: AppContext, key: string, version: number, row: Row | undefined): Workflow {
  const { person } = context.var
  if (row?.status === 'retired') throw refused(context, 'to', 'retired', RETIRED)
  const published = row ? readPublished(person.tenantId, row) : standardOf(key, version)
  if (published?.subject !== 'deal') throw new HttpProblem('not_found')
  const workflow = workflowOf(published, person.fields)
  if (!workflow) throw refused(context, 'to', 'unreadable', UNREADABLE)
  return workflow
}

function checkMap(context: AppContext, map: Readonly<Record<string, string>>, { nodes }: Workflow): void {
  const unknown = Object.entries(map).find(([, node]) => !nodes.has(node))
  if (unknown) throw refused(context, `map.${unknown[0]}`, 'unknown_node', NO_NODE)
}

const RETIRED = text('This version is retired.', '该版本已停用。')
const UNREADABLE = text('This version names what is there no more.', '该版本引用了已不存在的内容。')
const NO_NODE = text('The new version has no such node.', '新版本没有这个节点。')

const refused = ({ var: { language } }: AppContext, field: string, code: string, sentence: typeof RETIRED) =>
  new HttpProblem('rejected', [{ field, code, message: sentence[language] }])
