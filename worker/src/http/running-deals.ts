import { z } from '@hono/zod-openapi'
import { may } from '#shared/access/access.ts'
import { dealState } from '#shared/deal/deal-state.ts'
import { type Published, standardOf, workflowOf } from '#shared/deal/definitions.ts'
import { type DealFate, migrated } from '#shared/deal/migrated.ts'
import { problem } from '#shared/record/problems.ts'
import type { Deal } from '#shared/trade/index.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import type { Row } from '../store/database.ts'
import { readPublished } from '../store/deal-file.ts'
import { runningDeals, runningVersions } from '../store/definitions.ts'
import { readRecord } from '../store/records.ts'
import { asReader } from '../store/standing.ts'
import type { Statement } from '../store/statement.ts'
import type { AppContext } from './app-types.ts'
import type { DealFateAnswer } from './definition-shapes.ts'
import { HttpProblem } from './problem.ts'

/** Which open deals are looked at: a page of them. */
export interface Asked {
  /** Null for those of every key, or every version. */
  readonly key: string | null
  readonly version: number | null
  readonly limit: number
  readonly cursor: string | undefined
}

/** A deal, and what it runs by; null when that cannot be read. */
export interface Running {
  readonly deal: Deal
  readonly workflow: Workflow | null
}

/** What to read for a page of open deals, and how. */
export function runningPage(context: AppContext, asked: Asked) {
  const { person } = context.var
  const [afterKey, afterVersion, afterId] = readCursor(context, asked.cursor)
  const { key, version, limit } = asked
  const values = { ...asReader(person), key, version, afterKey, afterVersion, afterId, limit: limit + 1 }
  const statements: Statement[] = [runningDeals(values), runningVersions(values)]
  return {
    statements,
    read([deals = [], versions = []]: readonly Row[][]): { running: Running[]; next: string | null } {
      const known = versions.map((row) => readPublished(person.tenantId, row))
      const running = deals.slice(0, limit).map((row) => {
        const deal = readRecord<Deal>('deal', row)
        const own = publishedFor(deal, known)
        return { deal, workflow: own ? workflowOf(own, person.fields) : null }
      })
      const last = running.at(-1)?.deal
      return { running, next: deals.length > limit && last ? cursorAfter(last) : null }
    },
  }
}

function publishedFor({ workflow, workflow_version }: Deal, known: readonly Published[]): Published | undefined {
  const [key, version] = [workflow ?? '', workflow_version ?? 0]
  return known.find((one) => one.key === key && one.version === version) ?? standardOf(key, version)
}

/** What becomes of each under another definition, as somebody may be told. */
export function fatesOf(
  context: AppContext,
  running: readonly Running[],
  to: Workflow,
  map: Readonly<Record<string, string>>,
): { readonly fates: readonly DealFate[]; readonly told: readonly DealFateAnswer[] } {
  const fates = running.map(({ deal, workflow }) => migrated(deal, { from: workflow, to, map }))
  return { fates, told: running.map((one, index) => toldOf(context, one, fates[index] as DealFate)) }
}

function toldOf(
  { var: { person, language } }: AppContext,
  { deal, workflow }: Running,
  fate: DealFate,
): DealFateAnswer {
  const { id, doc_no, subject, workflow_version } = deal
  return {
    deal: may(person.access, 'deal', 'view', deal.standing) ? { id, doc_no, subject } : null,
    from: workflow_version ?? 0,
    at: dealState(deal).tokens.map(({ node }) => workflow?.nodes.get(node)?.name[language] ?? node),
    fate: fate.fate,
    ...(fate.fate === 'lost' ? { problem: { code: fate.problem.code, message: fate.problem.message[language] } } : {}),
  }
}

const Cursor = z.tuple([z.string().max(60), z.int(), z.ulid()])

const cursorAfter = ({ workflow, workflow_version, id }: Deal): string =>
  btoa(JSON.stringify([workflow, workflow_version, id]))

function readCursor(context: AppContext, cursor: string | undefined): readonly [string, number, string] {
  if (cursor === undefined) return ['', 0, '']
  try {
    return Cursor.parse(JSON.parse(atob(cursor)))
  } catch {
    throw new HttpProblem('invalid', [problem('cursor', 'format', context.var.language)])
  }
}
