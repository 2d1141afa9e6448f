import type { z } from 'zod'
import { text } from '#shared/i18n/language.ts'
import {
  Allowance,
  NewPrivacyRequest,
  type PersonFound,
  PersonSearch,
  type PersonSearchAnswer,
} from '#shared/privacy/api.ts'
import { WHY_KEPT } from '#shared/privacy/duties.ts'
import { markedOf } from '#shared/privacy/marked.ts'
import { type Person, personTyped } from '#shared/privacy/person.ts'
import { BEGINNING, privacyDue, pseudonymOf } from '#shared/privacy/request.ts'
import { problem } from '#shared/record/problems.ts'
import { TYPES } from '#shared/trade/index.ts'
import { advance } from '../privacy/advance.ts'
import { findIn, soughtOf } from '../privacy/look.ts'
import { walkOn } from '../privacy/walk.ts'
import type { Row } from '../store/database.ts'
import { allowedAgain, marksOf } from '../store/erased.ts'
import type { Place } from '../store/personal-places.ts'
import {
  confirmed,
  contactsAt,
  contactsNamed,
  keepRequest,
  keptKey,
  lastRequests,
  markErased,
  type PrivacyRequest,
  readRequest,
  refused,
  requestById,
} from '../store/privacy-requests.ts'
import type { AppContext } from './app-types.ts'
import { newLink } from './file-link.ts'
import { parseBody } from './parse.ts'
import { copyUntil, placeLabel, requestAnswer } from './privacy-shown.ts'
import { HttpProblem } from './problem.ts'

type Answering = (context: AppContext, id: string) => Promise<Response>

const ROUTES: Readonly<Record<string, Answering>> = {
  'POST searches': search,
  'GET requests': list,
  'POST requests': make,
  'POST allowances': allow,
  'GET requests/:id': async (context, id) => answer(context, await requestOf(context, id)),
  'POST requests/:id/steps': step,
  'POST requests/:id/confirmation': confirm,
  'POST requests/:id/refusal': refuse,
  'GET requests/:id/file': file,
}

/** For whoever looks after people's data; for others there is nothing they may do here, whatever they ask. */
export async function privacy(context: AppContext): Promise<Response> {
  if (!context.var.person.access.duties.has('privacy')) throw new HttpProblem('not_allowed')
  const [noun = '', id, what] = context.req.path.slice('/v1/privacy/'.length).split('/')
  const route = [noun, ...(id === undefined ? [] : [':id']), ...(what === undefined ? [] : [what])].join('/')
  const name = `${context.req.method} ${route}`
  const answering = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined
  if (!answering) throw new HttpProblem('not_found')
  return answering(context, id ?? '')
}

/** Steps of a search or a request in one call: a bounded number of rows, whatever there is. */
const STEPS = 8

async function search(context: AppContext): Promise<Response> {
  const { database, person: me } = context.var
  const { cursor, ...typed } = await parseBody(context, PersonSearch)
  const sought = soughtOf(await personOf(context, { ...typed, contactIds: [] }))
  let at: { place: number; after: readonly (string | number)[] | null } | null = readCursor(context, cursor)
  const found: PersonFound[] = []
  for (let steps = 0; at && steps < STEPS; steps += 1) {
    const { rows, next } = await walkOn(database, me.tenantId, at)
    for (const { place, row } of rows) {
      const find = findIn(place, row, sought)
      if (find) found.push(shown(context, place, row, find))
    }
    at = next
  }
  const body: PersonSearchAnswer = { found, cursor: at && JSON.stringify([at.place, at.after]) }
  return context.json(body)
}

function readCursor(context: AppContext, cursor: string | undefined) {
  if (cursor === undefined) return BEGINNING
  try {
    const [place, after] = JSON.parse(cursor)
    const isKey = Array.isArray(after) && after.every((one) => typeof one === 'string' || typeof one === 'number')
    if (Number.isInteger(place) && place >= 0 && (after === null || isKey)) return { place, after }
  } catch {
    // Told below.
  }
  throw new HttpProblem('invalid', [problem('cursor', 'format', context.var.language)])
}

function shown(
  { var: { language } }: AppContext,
  place: Place,
  row: Row,
  find: { traits: readonly string[]; kept: keyof typeof WHY_KEPT | null },
): PersonFound {
  const title = place.type ? row[TYPES[place.type].title] : null
  return {
    place: place.table,
    label: placeLabel(place.table, language),
    id: String(row.id ?? row.record_id ?? ''),
    title: typeof title === 'string' ? title : null,
    traits: find.traits,
    kept: find.kept && WHY_KEPT[find.kept][language],
  }
}

type Typed = Pick<z.output<typeof NewPrivacyRequest>, 'addresses' | 'phones' | 'names' | 'contactIds'>

/** By all that is typed, and what their own records as a contact say. Throws `invalid` for what is none, and for nobody. */
async function personOf(context: AppContext, typed: Typed): Promise<Person> {
  const { person: me, database, language } = context.var
  const { person, wrong } = personTyped(typed)
  const field = { address: 'addresses', phone: 'phones', name: 'names' } as const
  if (wrong.length > 0) {
    throw new HttpProblem(
      'invalid',
      wrong.map((trait) => problem(field[trait], 'format', language)),
    )
  }
  const [at = [], named = []] = await database.batch([
    contactsAt({ tenant: me.tenantId, addresses: JSON.stringify(person.addresses) }),
    contactsNamed({ tenant: me.tenantId, ids: JSON.stringify(typed.contactIds) }),
  ])
  if (named.length < new Set(typed.contactIds).size) {
    throw new HttpProblem('invalid', [problem('contactIds', 'reference', language)])
  }
  const contacts = [...at, ...named]
  const list = (value: unknown): string[] => (typeof value === 'string' ? JSON.parse(value) : [])
  const known = personTyped({
    addresses: contacts.flatMap(({ emails }) => list(emails)),
    phones: contacts.flatMap(({ phones }) => list(phones)),
    names: contacts.map(({ full_name }) => String(full_name)),
  }).person
  const both = (key: 'addresses' | 'phones' | 'names') => [...new Set([...person[key], ...known[key]])]
  const whole = {
    addresses: both('addresses').flatMap(asWritten),
    phones: both('phones'),
    names: both('names'),
    contactIds: [...new Set(contacts.map(({ id }) => String(id)))],
  }
  if (whole.addresses.length + whole.phones.length + whole.names.length === 0) {
    throw new HttpProblem('invalid', [problem('addresses', 'required', language)])
  }
  return whole
}

/** A host in other letters than Latin is written in those, or as DNS has it. */
function asWritten(address: string): string[] {
  const at = address.lastIndexOf('@') + 1
  const plain = URL.canParse(`https://${address.slice(at)}`) ? new URL(`https://${address.slice(at)}`).hostname : ''
  return [...new Set([address, ...(plain ? [address.slice(0, at) + plain] : [])])]
}

async function make(context: AppContext): Promise<Response> {
  const { database, person: me, newId, now, language } = context.var
  const asked = await parseBody(context, NewPrivacyRequest)
  const person = await personOf(context, asked)
  const request: PrivacyRequest = {
    tenantId: me.tenantId,
    id: newId(),
    kind: asked.kind,
    status: 'collecting',
    askedBy: asked.askedBy,
    basis: asked.basis,
    pseudonym: pseudonymOf(sign()),
    receivedAt: now,
    dueAt: privacyDue(now),
    createdBy: me.id,
    confirmedBy: null,
    confirmedAt: null,
    finishedAt: null,
    person,
    progress: BEGINNING,
    counts: {},
    fileId: null,
  }
  const [kept = []] = await database.batch([keepRequest(request)])
  if (kept.length === 0) throw new HttpProblem('duplicate', [{ field: 'kind', code: 'open', message: OPEN[language] }])
  return answer(context, request, 201)
}

const OPEN = text(
  'There is an open request to erase this person: it goes on there.',
  '此人已有未完成的删除请求，请在该请求中继续。',
)

/** Four characters that say nothing of anybody. */
const sign = (): string =>
  [...crypto.getRandomValues(new Uint8Array(2))]
    .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
    .join('')

async function list(context: AppContext): Promise<Response> {
  const { database, person } = context.var
  const [rows = []] = await database.batch([lastRequests({ tenant: person.tenantId, limit: 50 })])
  return context.json({ requests: rows.map((row) => requestAnswer(context, readRequest(row))) })
}

async function requestOf({ var: { database, person } }: AppContext, id: string): Promise<PrivacyRequest> {
  const [[row] = []] = await database.batch([requestById({ tenant: person.tenantId, id })])
  if (!row) throw new HttpProblem('not_found')
  return readRequest(row)
}

/** Goes on with it now: whoever waits need not wait for the clock. */
async function step(context: AppContext, id: string): Promise<Response> {
  const { database, now, newId, files } = context.var
  let request = await requestOf(context, id)
  for (let steps = 0; steps < STEPS; steps += 1) {
    const next = await advance(database, request, { now, newId, files })
    if (next === request) break
    request = next
  }
  return answer(context, request)
}

async function confirm(context: AppContext, id: string): Promise<Response> {
  const { database, person: me, now } = context.var
  const request = await requestOf(context, id)
  if (request.person === null || request.status !== 'ready' || request.kind !== 'erasure')
    throw new HttpProblem('conflict')
  if (request.createdBy === me.id) throw new HttpProblem('not_allowed')
  const tenant = me.tenantId
  const fresh = [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  const [, [key] = []] = await database.batch(keptKey.map((make) => make({ tenant, secret: fresh })))
  const marks = JSON.stringify(await marksOf(String(key?.secret), markedOf(request.person)))
  const progress = JSON.stringify(BEGINNING)
  const [rows = []] = await database.batch([
    confirmed({ tenant, id, me: me.id, now, progress }),
    markErased({ tenant, marks, request: id, now }),
  ])
  if (rows.length === 0) throw new HttpProblem('conflict')
  return answer(context, await requestOf(context, id))
}

async function refuse(context: AppContext, id: string): Promise<Response> {
  const { database, person, now } = context.var
  await requestOf(context, id)
  const [rows = []] = await database.batch(refused({ tenant: person.tenantId, id, now }))
  if (rows.length === 0) throw new HttpProblem('conflict')
  return answer(context, await requestOf(context, id))
}

async function file(context: AppContext, id: string): Promise<Response> {
  const request = await requestOf(context, id)
  const { fileId, createdBy } = request
  // It was made for one person; others make their own.
  const isThere = copyUntil(request, context.var.now) !== null
  if (fileId === null || !isThere || createdBy !== context.var.person.id) throw new HttpProblem('not_found')
  const { url, expiresAt, statements } = await newLink(context, fileId)
  await context.var.database.batch(statements)
  return context.json({ url, expiresAt })
}

async function allow(context: AppContext): Promise<Response> {
  const { database, person: me, language } = context.var
  const asked = await parseBody(context, Allowance)
  const { person, wrong } = personTyped(asked)
  if (wrong.length > 0 || person.addresses.length + person.phones.length === 0) {
    throw new HttpProblem('invalid', [problem(wrong[0] === 'phone' ? 'phones' : 'addresses', 'format', language)])
  }
  if (me.erasureKey === null) return context.json({ allowed: 0 })
  const marks = JSON.stringify(await marksOf(me.erasureKey, markedOf(person)))
  const [rows = []] = await database.batch([allowedAgain({ tenant: me.tenantId, marks })])
  return context.json({ allowed: rows.length })
}

const answer = (context: AppContext, request: PrivacyRequest, status: 200 | 201 = 200): Response =>
  context.json(requestAnswer(context, request), status)
