import type { Situation } from '#shared/customer/situation.ts'
import { readPage } from '#shared/customer/timeline-page.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { isAbout } from '#shared/deal/with-changes.ts'
import { text } from '#shared/i18n/language.ts'
import type { WantedPaper } from '#shared/paper/issue.ts'
import { type Change, changedId, versionAfter } from '#shared/record/change.ts'
import { type Action, wholeAction } from '#shared/workflow/action.ts'
import { FrozenMeanwhile, openDatabase, type Row, UniqueViolation } from '../store/database.ts'
import type { Seen } from '../store/deal-road.ts'
import { claimedWithin } from '../store/distribution.ts'
import { type SituationQuery, situationQuery } from '../store/situation.ts'
import type { Statement } from '../store/statement.ts'
import { commit, type Once } from '../store/write.ts'
import type { AppContext } from './app-types.ts'
import { type Call, nameOf, onceOf, type Performed, type SavedRecord } from './call.ts'
import { decide, withDeal } from './decide-call.ts'
import { type Loaded, load, readLoaded } from './load-call.ts'
import { viewOf } from './panel-answer.ts'
import { HttpProblem } from './problem.ts'
import { writerOf } from './writer.ts'

/**
 * Load, decide, store. One round trip to load, one to store; what is there afterwards is read in the same
 * transaction that wrote, so it is exactly what was stored. Throws {@link HttpProblem} for a call that cannot be meant.
 */
export async function performAction(context: AppContext, asked: Call): Promise<Performed> {
  const call = { ...asked, action: await wholeAction(asked.action) }
  const once = await onceOf(context, call)
  const loaded = await load(context, call, once)
  return goOn(context, call, once, loaded)
}

/** Decides on what was loaded and stores it. A paper is made once more for a call that was made before: its files are the same. */
async function goOn(
  context: AppContext,
  call: WholeCall,
  once: Omit<Once, 'outcome'>,
  loaded: Loaded,
  tries = TRIES_MAX,
): Promise<Performed> {
  const { used } = loaded
  if (used) mustBeTheSame(once, used)
  if (used && !call.action.prints && !call.action.writes) return answeredBefore(used, loaded.situation)
  const decided = decide(context, call, loaded)
  if (decided.kind === 'changes') {
    const { person, now } = context.var
    const more = [
      ...(decided.claims ? [claimedWithin(decided.claims, person)] : []),
      ...(decided.alerts
        ? (await import('../store/alerts.ts')).mailsOfTasks(person.tenantId, decided.changes, now, person.id)
        : []),
    ]
    return store(context, call, once, loaded, { changes: decided.changes, more, tries })
  }
  // Whoever was slower was not wrong: what they asked for was good when they asked.
  if (decided.kind === 'rejected' && tries < TRIES_MAX) {
    return { kind: 'conflict', situation: loaded.situation, current: loaded.target }
  }
  if (decided.kind === 'written') {
    const reply = decided.write(await letters())
    if (reply.fits) await repliedAfterwards(context, call, loaded.situation)
    if (!decided.changes) return { kind: 'written', situation: loaded.situation, reply }
    if (used) return { kind: 'written', situation: loaded.situation, reply, stored: true }
    const stored = await store(context, call, once, loaded, { changes: decided.changes, tries })
    return stored.kind === 'saved' ? { kind: 'written', situation: stored.situation, reply, stored: true } : stored
  }
  if (decided.kind !== 'paper') return decided
  return print(context, call, once, loaded, { wanted: decided.wanted, tries })
}

/** In fourteen languages, of which a start needs none. */
const letters = async () => (await import('#shared/order/status-letter/words/index.ts')).LETTERS

/** Makes the files of a paper, and stores what is new of them with all that follows for the deal. */
async function print(
  context: AppContext,
  call: WholeCall,
  once: Omit<Once, 'outcome'>,
  loaded: Loaded,
  { wanted, tries }: { readonly wanted: WantedPaper; readonly tries: number },
): Promise<Performed> {
  const { situation } = loaded
  const documents = situation.deal?.parts.document ?? []
  const { issuePaper } = await import('./issue-paper.ts')
  const made = await issuePaper(context, loaded.source, { documents, wanted })
  if ('problems' in made) return { ...made, kind: 'rejected', situation }
  const { files, attachments, statements } = made
  const reply = { ...wanted.write(await letters()), attachments }
  if (reply.fits) await repliedAfterwards(context, call, situation)
  if (made.changes.length === 0) {
    await context.var.database.batch(statements)
    // Who comes again, as after Google's question for consent, has not seen yet what the first time changed.
    return { kind: 'written', situation, reply, files, ...(loaded.used ? { stored: true } : {}) }
  }
  const view = { ...viewOf(context, call.asked.host), offers: () => [] }
  const whole = withDeal({ situation, view, newId: context.var.newId }, made.changes)
  if (whole.kind === 'rejected') return { ...whole, situation }
  const stored = await store(context, call, once, loaded, { changes: whole.changes, more: statements, tries })
  return stored.kind === 'saved' ? { kind: 'written', situation: stored.situation, reply, files, stored: true } : stored
}

/** Keeps that a letter was written beside a mail, where a firm wants what is sent then to be filed: no host tells when that is. */
async function repliedAfterwards(context: AppContext, { asked }: WholeCall, situation: Situation): Promise<void> {
  const { person, afterwards } = context.var
  if (!person.filing.replies || !asked.message || situation.kind !== 'customer') return
  const { keepReplied } = await import('../store/trail.ts')
  afterwards(
    openDatabase(context.env.DB).batch(keepReplied(person.tenantId, asked.message, situation.file.customer.id)),
  )
}

/** How often it is decided before whoever presses is told that others were faster. */
const TRIES_MAX = 5

/** A call whose action is loaded. */
type WholeCall = Call & { readonly action: Action }

interface Storing {
  readonly changes: readonly Change[]
  readonly more?: readonly Statement[]
  /** How often it may still be decided, this time included. */
  readonly tries: number
}

async function store(
  context: AppContext,
  call: WholeCall,
  once: Omit<Once, 'outcome'>,
  loaded: Loaded,
  { changes, more = [], tries }: Storing,
): Promise<Performed> {
  const { database } = context.var
  const record = recordAfter(changes, call.action)
  try {
    const after = situationAfter(context, call, loaded)
    const writer = writerOf(context, call.asked.host, nameOf(call))
    const { deal } = loaded.situation
    const seen = deal && isAbout(deal, changes) ? seenAt(deal) : null
    const onceMore = loaded.used ? null : { ...once, outcome: { record } }
    const rows = await commit(database, writer, changes, onceMore, after.statements, seen, more)
    return { kind: 'saved', situation: after.read(rows) ?? loaded.situation, record }
  } catch (error) {
    if (error instanceof FrozenMeanwhile && call.action.distributes) return beyondLimit(context, loaded)
    if (!(error instanceof UniqueViolation)) throw error
    // Somebody was faster: perhaps this very call, sent twice. The key tells.
    const now = readLoaded(context, call.action, loaded.query, await database.batch(loaded.reads))
    const anew = () => goOn(context, call, once, { ...loaded, ...now }, tries - 1)
    if (now.used) return anew()
    const isMeanwhile = error.table === 'events' || error.table === 'deal_roads'
    // Something around it has gone on, and not what this is about: it is decided anew, on what is there now.
    const isUntouched = isMeanwhile && now.target?.version === loaded.target?.version
    // A paper is of what is there, whoever else has made it in the meantime.
    if (tries > 1 && (isUntouched || call.action.prints)) return anew()
    if (isMeanwhile) return { kind: 'conflict', situation: now.situation, current: now.target }
    return { kind: 'duplicate', situation: now.situation, field: error.columns.at(-1) ?? '' }
  }
}

/** They have claimed others meanwhile, as many as they may. What this is about is as it was. */
function beyondLimit({ var: { language } }: AppContext, { situation }: Loaded): Performed {
  return {
    kind: 'rejected',
    situation,
    problems: [{ field: 'status', code: 'pool_limit', message: AT_ONCE[language] }],
  }
}

const AT_ONCE = text(
  'You have claimed others at the same time: with this one they would be more than this pool allows.',
  '您同时认领了其他询盘，加上此条将超过公海上限。',
)

/** On which state of a deal it was decided, and what belongs to that. */
function seenAt({ deal, revision, parts }: DealFile): Seen {
  const around = [...parts.order, ...parts.quotation, ...parts.shipment]
  return { dealId: deal.id, revision, within: new Set(around.map(({ id }) => id)) }
}

/**
 * What is read afterwards: what the panel was about, else the customer of the action as beside their mail, else the mail, else
 * what the action was about.
 */
function situationAfter(
  { var: { person } }: AppContext,
  { asked, about }: WholeCall,
  { situation, query }: Loaded,
): SituationQuery {
  if (about) return situationQuery(person, asked.message, about, readPage(asked.see))
  if (situation.kind === 'customer' && !(situation.dealAsked && !asked.message)) {
    return situationQuery(
      person,
      asked.message,
      { type: 'customer', id: situation.file.customer.id },
      readPage(asked.see),
    )
  }
  return asked.message && situation.kind !== 'order'
    ? situationQuery(person, asked.message, undefined, readPage(asked.see))
    : query
}

/** The record that an action has made, else the first that it wrote. */
function recordAfter(changes: readonly Change[], { makes, on }: Action): SavedRecord | undefined {
  const made = makes ? changes.find(({ kind, type }) => kind === 'create' && type === on) : undefined
  const first = made ?? changes[0]
  if (!first) return undefined
  return { type: first.type, id: changedId(first), version: versionAfter(first) }
}

function mustBeTheSame({ requestHash }: Omit<Once, 'outcome'>, used: Row): void {
  if (used.request_hash !== requestHash) throw new HttpProblem('key_reused')
}

/** A call that was made before: the same outcome, with what is there now. */
function answeredBefore(used: Row, situation: Situation): Performed {
  const { record } = JSON.parse(String(used.outcome)) as { readonly record?: SavedRecord }
  return { kind: 'saved', situation, record }
}
