import { may, mayAtAll } from '#shared/access/access.ts'
import { STANDARDS, standardOf } from '#shared/deal/definitions.ts'
import { text } from '#shared/i18n/language.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Workflow as WorkflowRecord } from '#shared/trade/index.ts'
import { asText } from '#shared/workflow/definition/sentence.ts'
import { type Row, UniqueViolation } from '../store/database.ts'
import { versionOf, versionsOfFirm } from '../store/definitions.ts'
import { readRecord } from '../store/records.ts'
import { commit } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { type Listed, RetirementBody, VersionQuery } from './definition-shapes.ts'
import { parseBody, parseValue } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/** Every process, the firm's own versions of it and the standard one. */
export async function list(context: AppContext): Promise<Listed[]> {
  const { database, person } = context.var
  if (!may(person.access, 'workflow', 'view', 0)) throw new HttpProblem('not_allowed')
  const [rows = []] = await database.batch([versionsOfFirm({ tenant: person.tenantId })])
  const keys = new Set([...STANDARDS.map(({ key }) => key), ...rows.map(({ key }) => String(key))])
  return [...keys].map((key) => listed(key, rows))
}

function listed(key: string, rows: readonly Row[]): Listed {
  const standard = STANDARDS.find((one) => one.key === key)
  const own = rows.filter((row) => row.key === key)
  const [newest] = own
  const name = newest ? text(String(newest.name_en), String(newest.name_zh)) : asText(standard?.name ?? key)
  const versions = [
    ...own.map((row) => ({
      version: Number(row.version_no),
      status: row.status as Listed['status'],
      standard: false,
      publishedAt: row.published_at === null ? null : Number(row.published_at),
      publishedBy: row.published_by === null ? null : String(row.published_by),
    })),
    ...(standard
      ? [{ version: 1, status: 'published' as const, standard: true, publishedAt: null, publishedBy: null }]
      : []),
  ]
  return {
    key,
    subject: String(newest?.subject ?? standard?.subject),
    name,
    status: versions[0]?.status ?? 'published',
    standard: standard !== undefined && own.every(({ status }) => status !== 'published'),
    versions,
  }
}

/** The JSON of a version, as it was published. */
export async function one(context: AppContext): Promise<object> {
  const { database, person } = context.var
  if (!may(person.access, 'workflow', 'view', 0)) throw new HttpProblem('not_allowed')
  const { version = null } = parseValue(context, VersionQuery, context.req.query())
  const key = context.req.param('key') ?? ''
  const [[row] = []] = await database.batch([versionOf({ tenant: person.tenantId, key, version })])
  const standard = standardOf(key, version ?? 1)
  const isOwn = row && (version !== null || row.status === 'published' || !standard)
  if (!isOwn && !standard) throw new HttpProblem('not_found')
  return JSON.parse(isOwn ? String(row.definition) : String(standard?.definition))
}

/** Nothing new runs by it from then on; what runs by it goes on. Retiring it again changes nothing. */
export async function retire(context: AppContext): Promise<{ key: string; version: number; status: 'retired' }> {
  const { database, person, language } = context.var
  if (!mayAtAll(person.access, 'workflow', 'edit')) throw new HttpProblem('not_allowed')
  const { version } = await parseBody(context, RetirementBody)
  const key = context.req.param('key') ?? ''
  const [[row] = []] = await database.batch([versionOf({ tenant: person.tenantId, key, version })])
  if (!row) {
    if (!standardOf(key, version)) throw new HttpProblem('not_found')
    throw new HttpProblem('rejected', [{ field: 'version', code: 'standard', message: STANDARD[language] }])
  }
  const before = readRecord<WorkflowRecord>('workflow', row) as AnyRecord
  if (before.status !== 'retired') {
    const change = { kind: 'update', type: 'workflow', before, values: { status: 'retired' } } as const
    await commit(database, writerOf(context, 'api', 'retired'), [change], null).catch((error: unknown) => {
      throw error instanceof UniqueViolation ? new HttpProblem('conflict') : error
    })
  }
  return { key, version, status: 'retired' }
}

const STANDARD = text('The standard version stays: publish another one.', '标准版本不能停用，请发布新版本。')
