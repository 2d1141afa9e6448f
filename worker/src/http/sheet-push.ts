import { leftToAmending } from '#shared/order/divided.ts'
import { type RowResult, type SheetPush, SheetPushRequest } from '#shared/sheet/api.ts'
import type { SheetRecord } from '#shared/sheet/cell.ts'
import { refusedRow, rowRefusals } from '#shared/sheet/row-refusal.ts'
import { ErasedPerson, FrozenMeanwhile, type Row, UniqueViolation } from '../store/database.ts'
import { dividedAmong, guardDivided } from '../store/divided.ts'
import { type KeptPull, pullById } from '../store/sheet-pulls.ts'
import { chunkKey, readSheetRow, rowsById, usedChunks } from '../store/sheets.ts'
import type { Statement } from '../store/statement.ts'
import { commit, type Once } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { idempotencyKey, parseBody, requestHash } from './parse.ts'
import { HttpProblem } from './problem.ts'
import {
  decidedRow,
  type PushedRow,
  repeatedResult,
  type Saved,
  savedBy,
  storedResult,
  withoutErased,
  withTheirs,
} from './sheet-rows.ts'
import { writerOf } from './writer.ts'

/** Rows that are stored together or not at all: 500 of them in four round trips. */
const CHUNK = 125
/** How often a chunk is decided anew because somebody else was faster. */
const TRIES = 5
const ROUTE = 'sheets:push'

/** The call under its key; null for a dry run, which stores nothing. */
type Call = Pick<Once, 'key' | 'requestHash'> | null

/** What a sheet has changed, stored or only looked at. */
export async function pushed(context: AppContext): Promise<SheetPush> {
  const asked = await parseBody(context, SheetPushRequest)
  const key = asked.dryRun ? null : idempotencyKey(context)
  if (!asked.dryRun && !key) throw new HttpProblem('key_missing')
  return { rows: await pushRows(context, asked, key) }
}

/**
 * What came of each row, in their order. A row's cells are stored as one change, rows in chunks of one transaction
 * each, and every chunk has its own entry under the key: a push that was cut off goes on where it stopped.
 */
async function pushRows(
  context: AppContext,
  asked: SheetPushRequest,
  key: string | null,
): Promise<readonly RowResult[]> {
  const { database, person, language } = context.var
  const call = key === null ? null : { key, requestHash: await requestHash(asked) }
  const pullRead = pullById({ tenant: person.tenantId, id: asked.pullId })
  const [[pull] = [], used = []] = await database.batch([pullRead, ...usedRead(context, call)])
  if (!pull) throw new HttpProblem('not_found')
  const push: Push = { context, call, pull: pull as unknown as KeptPull }
  const before = usedBy(push, used)

  const refusalOf = rowRefusals(asked.rows)
  const accepted = asked.rows.filter((row) => refusalOf(row) === null)
  const found = readRows(push, accepted.length > 0 ? await database.batch(rowsRead(push, accepted)) : [])
  const results = new Map<PushedRow, RowResult>()
  for (let start = 0; start < accepted.length; start += CHUNK) {
    const rows = accepted.slice(start, start + CHUNK)
    const chunk = { rows, key: chunkKey(key ?? '', start / CHUNK) }
    for (const [row, result] of await pushChunk(push, chunk, found, before)) results.set(row, result)
  }
  const told = await withTheirs(context, results)
  return asked.rows.map((row) => told.get(row) ?? refusedRow(row, refusalOf(row) ?? 'gone', language))
}

interface Push {
  readonly context: AppContext
  readonly call: Call
  readonly pull: KeptPull
}

type Results = (readonly [PushedRow, RowResult])[]

/** What there is of the rows, and which of those whose amounts are to change are of an order that is divided into installments. */
interface Found {
  readonly rows: ReadonlyMap<string, SheetRecord>
  readonly divided: ReadonlySet<string>
}

const usedRead = ({ var: { person } }: AppContext, call: Call): Statement[] =>
  call ? [usedChunks(person, ROUTE, call.key)] : []

/** What was stored under the key before, by the key of each chunk. */
function usedBy({ call }: Push, rows: readonly Row[]): ReadonlyMap<string, Saved> {
  return new Map(
    rows.map(({ key, request_hash, outcome }) => {
      if (request_hash !== call?.requestHash) throw new HttpProblem('key_reused')
      return [String(key), (JSON.parse(String(outcome)) as { readonly saved: Saved }).saved]
    }),
  )
}

function rowsRead({ context, pull }: Push, rows: readonly PushedRow[]): Statement[] {
  const { person } = context.var
  const amounts = rows.filter(({ changes }) => leftToAmending(pull.type, Object.keys(changes)).length > 0)
  return [rowsById(pull.type, person, idsOf(rows)), dividedAmong(pull.type, person.tenantId, idsOf(amounts))]
}

const idsOf = (rows: readonly PushedRow[]): string[] => rows.map(({ id }) => String(id))

function readRows({ context, pull }: Push, [rows = [], divided = []]: readonly Row[][]): Found {
  const seen = rows.flatMap((row) => readSheetRow(pull.type, context.var.person, row) ?? [])
  return {
    rows: new Map(seen.map((row) => [row.record.id, row])),
    divided: new Set(divided.map(({ id }) => String(id))),
  }
}

interface Chunk {
  readonly rows: readonly PushedRow[]
  readonly key: string
}

/** Decides a chunk and stores it. Whoever lost a race decides anew, of what is there now. */
async function pushChunk(
  push: Push,
  { rows, key }: Chunk,
  found: Found,
  before: ReadonlyMap<string, Saved>,
  { tries, erased }: { readonly tries: number; readonly erased?: ReadonlyMap<string, readonly string[]> } = {
    tries: TRIES,
  },
): Promise<Results> {
  const { context, call, pull } = push
  const { database, language } = context.var
  const decided = rows.map((row) => {
    const id = String(row.id)
    const one = decidedRow(context, pull, row, found.rows.get(id), found.divided.has(id))
    return withoutErased(one, erased?.get(id), language)
  })
  const saved = before.get(key)
  if (saved) return decided.map((one) => [one.row, repeatedResult(one, saved)])
  const changes = decided.flatMap(({ change }) => change ?? [])
  if (!call || changes.length === 0) return decided.map(({ row, result }) => [row, result])
  try {
    const once = { ...call, route: ROUTE, key, outcome: { saved: savedBy(decided) } }
    const amended = changes.filter(({ values }) => leftToAmending(pull.type, Object.keys(values)).length > 0)
    const ids = amended.map(({ before }) => before.id)
    const guards = ids.length > 0 ? [guardDivided(pull.type, context.var.person.tenantId, ids)] : []
    await commit(database, writerOf(context, 'sheets', 'edited'), changes, once, guards)
    return decided.map((one) => [one.row, storedResult(one)])
  } catch (error) {
    const { tenantId, erasureKey: secret } = context.var.person
    if (error instanceof ErasedPerson && secret && !erased) {
      // One cell with somebody who was erased: the others are stored without it.
      const { erasedFields } = await import('../store/erased.ts')
      const those = await erasedFields(database, { tenantId, secret }, changes)
      return pushChunk(push, { rows, key }, found, before, { tries, erased: those })
    }
    if (!(error instanceof UniqueViolation || error instanceof FrozenMeanwhile)) throw error
    if (tries === 1) return rows.map((row) => [row, refusedRow(row, 'busy', language)])
    // Somebody was faster: perhaps this very push, sent twice. The key tells.
    const [used = [], ...now] = await database.batch([...usedRead(context, call), ...rowsRead(push, rows)])
    return pushChunk(push, { rows, key }, readRows(push, now), usedBy(push, used), {
      tries: tries - 1,
      ...(erased ? { erased } : {}),
    })
  }
}
