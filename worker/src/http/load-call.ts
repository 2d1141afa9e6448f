import type { ActionRequest } from '#shared/api.ts'
import type { Distribution } from '#shared/customer/distribution.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { readPage } from '#shared/customer/timeline-page.ts'
import type { DealFile, Superiors } from '#shared/deal/deal-file.ts'
import { isPart } from '#shared/deal/parts.ts'
import { standingIn } from '#shared/deal/standing-in.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Colleague } from '#shared/staff/leave.ts'
import type { Interaction } from '#shared/trade/index.ts'
import type { Action } from '#shared/workflow/action.ts'
import type { FoundCustomer } from '#shared/workflow/sought.ts'
import type { Row } from '../store/database.ts'
import { readSuperiors, superiorsOf } from '../store/deal-file.ts'
import { DISTRIBUTION_STATEMENTS, distributionStatements, readDistribution } from '../store/distribution.ts'
import { itemsByKey, readFiled } from '../store/filed.ts'
import { type PaperSource, paperSource, readPaperSource } from '../store/paper-source.ts'
import { readStaff, staffOf } from '../store/people.ts'
import { DEAL } from '../store/picked.ts'
import { recordById, seenRecord } from '../store/records.ts'
import { type AboutRecord, type SituationQuery, situationQuery } from '../store/situation.ts'
import { readSought, soughtStatements } from '../store/sought.ts'
import type { Statement } from '../store/statement.ts'
import { type Once, usedKey } from '../store/write.ts'
import type { AppContext, Person } from './app-types.ts'
import type { Call } from './call.ts'
import { HttpProblem } from './problem.ts'

export interface Loaded {
  readonly used: Row | null
  readonly distribution?: Distribution
  readonly superiors?: Superiors
  readonly staff?: readonly Colleague[]
  readonly target: AnyRecord | null
  readonly situation: Situation
  readonly found: readonly FoundCustomer[]
  /** Of an action that may have made items before: those. */
  readonly refiled?: readonly Interaction[]
  /** Of an action that alerts: who has the post of finance. */
  readonly alerted?: readonly string[]
  /** What a paper is made of, for an action that makes one. */
  readonly source: PaperSource | null
  readonly query: SituationQuery
  readonly reads: readonly Statement[]
}

export async function load(
  context: AppContext,
  { action, asked }: Call & { readonly action: Action },
  once: Omit<Once, 'outcome'>,
): Promise<Loaded> {
  const { person, database } = context.var
  const query = situationQuery(person, asked.message, aboutOf(action, asked), readPage(asked.see))
  const reads = [
    usedKey({ tenantId: person.tenantId, userId: person.id }, once.route, once.key),
    recordById(action.on, person, asked.target.id),
    ...(action.refiles ? [itemsByKey(person, action.refiles(asked.input, asked.target))] : []),
    ...(action.distributes ? distributionStatements(person) : []),
    ...(action.knowsStaff ? [staffOf({ tenant: person.tenantId })] : []),
    ...(action.begins ? [superiorsOf({ tenant: person.tenantId, me: person.id })] : []),
    ...query.statements,
    ...soughtStatements(person, action.seeks?.(asked.input)),
    ...(action.prints ? paperSource(action.on as 'quotation', person.tenantId, asked.target.id) : []),
    ...(action.alerts ? [(await import('../store/alerts.ts')).financePeople({ tenant: person.tenantId })] : []),
  ]
  return { ...readLoaded(context, action, query, await database.batch(reads)), query, reads }
}

export function readLoaded(
  { var: { person } }: AppContext,
  action: Action,
  query: SituationQuery,
  rows: readonly Row[][],
): Pick<
  Loaded,
  'used' | 'target' | 'situation' | 'distribution' | 'superiors' | 'staff' | 'found' | 'source' | 'refiled' | 'alerted'
> {
  const [[used] = [], [row] = [], ...others] = rows
  const refiled = action.refiles ? (others[0] ?? []).flatMap((one) => readFiled(person, one)?.item ?? []) : null
  const rest = refiled ? others.slice(1) : others
  const known = action.distributes ? DISTRIBUTION_STATEMENTS : action.knowsStaff ? 1 : 0
  const [above] = action.begins ? (rest[known] ?? []) : []
  const asked = rest.slice(known + (action.begins ? 1 : 0))
  const situation = query.read(asked.slice(0, query.statements.length))
  const beside = asked.slice(query.statements.length)
  const target = seenRecord(action.on, person, withinDeal(row, action, situation?.deal, person))
  if (!target && !action.makes) throw new HttpProblem('not_found')
  // Whoever asked to share a customer sees what they asked, and not the customer: theirs is not to answer it.
  if (!situation) throw new HttpProblem('not_allowed')
  return {
    used: used ?? null,
    target,
    situation,
    found: action.seeks ? readSought(beside) : [],
    source: action.prints ? readPaperSource(action.on as 'quotation', beside) : null,
    ...(refiled ? { refiled } : {}),
    ...(action.alerts ? { alerted: (beside.at(-1) ?? []).map(({ id }) => String(id)) } : {}),
    ...(above ? { superiors: readSuperiors(above) } : {}),
    ...(action.knowsStaff ? { staff: readStaff(rest[0]) } : {}),
    ...(action.distributes ? { distribution: readDistribution(rest.slice(0, known)) } : {}),
  }
}

/** Whoever has a deal has what belongs to it: there is no step on its panel that is not theirs. */
function withinDeal(
  row: Row | undefined,
  { on }: Action,
  deal: DealFile | null | undefined,
  person: Pick<Person, 'id' | 'standsFor'>,
): Row | undefined {
  const record = deal && isPart(on) ? deal.parts[on].find((one) => one.id === row?.id) : undefined
  if (!row || !deal || !record || !isPart(on)) return row
  return { ...row, standing: Number(row.standing) | standingIn(deal, on, record, person) }
}

/** Records whose surroundings an action has to know; others, and what is yet to be made, are looked at beside the mail. */
function aboutOf({ makes }: Action, { target }: ActionRequest): AboutRecord | undefined {
  return !makes && ABOUT.has(target.type) ? { type: target.type as AboutRecord['type'], id: target.id } : undefined
}

const ABOUT: ReadonlySet<string> = new Set(Object.keys(DEAL).filter((by) => by !== 'mail'))
