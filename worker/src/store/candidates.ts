import { type SQL, sql } from 'drizzle-orm'
import type { Standing } from '#shared/access/standing.ts'
import { isTelling, numberKey } from '#shared/customer/document-number.ts'
import { type Finding, type Ladder, ladder, RUNGS, type Rung } from '#shared/customer/match/ladder.ts'
import type { SoughtByMail } from '#shared/customer/match/sought.ts'
import { isDeceit, lookAlike, type NearDomain, type Warning } from '#shared/customer/match/warnings.ts'
import { CANDIDATES_MAX, type Candidate } from '#shared/customer/situation.ts'
import type { MailThread } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { asMail, foundBy, type MailNames, mailValue } from './mail-values.ts'
import { readRecord } from './records.ts'
import { addresses, customerDomains, customerGlances, documentNumbers, domainShapes, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/** Who fits a mail, what was chosen for its thread, and which customers' domains its sender's looks like: three statements of any batch. */
const { access_request: request, customer, interaction, mail_thread: thread, user } = tables

/** What was found on one rung: `reply` is none, it tells that answers go to the customer's own people. */
const rung = (name: Rung | 'reply', found: string, from: SQL, where = sql``): SQL => sql`SELECT * FROM (
  SELECT DISTINCT ${sql.raw(`${name === 'name' ? 't.id' : 't.customer_id'} AS customer_id, '${name}' AS rung, ${found} AS found`)} FROM ${from} ${where}
  LIMIT ${sql.raw(String(FOUND_MAX[name]))})`

/** So much is looked at of each rung. What is only possible, or only bears on others, needs least. */
const FOUND_MAX: Readonly<Record<Rung | 'reply', number>> = {
  chosen: 2,
  address: CANDIDATES_MAX,
  thread: 3,
  number: 5,
  domain: CANDIDATES_MAX,
  copied: 3,
  copied_domain: 1,
  name: 2,
  reply: 2,
}

/** Once the counterpart is known by their address, the others who take part decide nothing. */
const unlessKnown = (from: SQL): SQL => sql`(SELECT 1 WHERE NOT EXISTS (
  SELECT 1 FROM ${foundBy('addresses', addresses, 'address')})) unknown CROSS JOIN ${from}`

const COUNTRY = sql`WHERE ${mailValue('country')} IS NULL OR t.country = ${mailValue('country')}`

/** D1 takes five parts of a compound; the parts of a part are counted by themselves. */
const FOUND = sql`
  SELECT * FROM (
    ${rung('chosen', 't.root', foundBy('thread', thread, 'root', 'mail_threads_by_root'))}
    UNION ALL ${rung('chosen', 't.root', foundBy('conversation', thread, 'conversation', 'mail_threads_by_conversation'))}
    UNION ALL ${rung('address', 't.address', foundBy('addresses', addresses, 'address'))}
    UNION ALL ${rung('thread', 't.message_id', foundBy('thread', interaction, 'message_id', 'interactions_by_message'))}
    UNION ALL ${rung('number', 't.number', foundBy('numbers', documentNumbers, 'number'))})
  UNION ALL SELECT * FROM (
    ${rung('domain', 't.domain', foundBy('domains', customerDomains, 'domain'))}
    UNION ALL ${rung('copied', 't.address', unlessKnown(foundBy('copied', addresses, 'address')))}
    UNION ALL ${rung('copied_domain', 't.domain', unlessKnown(foundBy('copiedDomains', customerDomains, 'domain')))}
    UNION ALL ${rung('name', 't.name_norm', unlessKnown(foundBy('names', customer, 'name_norm', 'customers_by_name_norm')), COUNTRY)})
  UNION ALL SELECT * FROM (
    ${rung('reply', 't.address', foundBy('replyAddresses', addresses, 'address'))}
    UNION ALL ${rung('reply', 't.domain', foundBy('replyDomains', customerDomains, 'domain'))})`

const HEIGHT = sql.raw(
  `CASE rung ${RUNGS.map((name, at) => `WHEN '${name}' THEN ${at}`).join(' ')} ELSE ${RUNGS.length} END`,
)

/** A customer found on several rungs is one row, so that how the reader stands to it is worked out once. */
const CANDIDATES = prepared<ReaderNames | MailNames>(sql`
  SELECT c.id, c.name, c.country, ${standing('customer', 'c')} AS standing, u.alias AS owner, m.found, EXISTS (
      SELECT 1 FROM ${request} r INDEXED BY access_requests_open WHERE r.tenant_id = c.tenant_id AND r.customer_id = c.id
        AND r.status = 'open' AND r.asked_by = ${given('me')}) AS asked FROM (
    SELECT customer_id, json_group_array(json_array(rung, found)) AS found FROM (${FOUND})
    WHERE customer_id IS NOT NULL GROUP BY customer_id ORDER BY min(${HEIGHT}) LIMIT ${sql.raw(String(CANDIDATES_MAX))}) m
  CROSS JOIN ${customer} c ON c.tenant_id = ${given('tenant')} AND c.id = m.customer_id
  LEFT JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id`)

/** What was chosen for the thread, also where it was taken back. */
const THREAD = prepared<ReaderNames | MailNames>(sql`
  SELECT c.*, u.alias AS chosen_by_alias FROM (
    SELECT * FROM (SELECT t.* FROM ${foundBy('thread', thread, 'root', 'mail_threads_by_root')} LIMIT 1)
    UNION ALL SELECT * FROM (SELECT t.* FROM
      ${foundBy('conversation', thread, 'conversation', 'mail_threads_by_conversation')} LIMIT 1) LIMIT 1) c
  LEFT JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.chosen_by`)

/** A name shares many of its shapes with one that looks like it. */
const SHAPES_MAX = sql.raw('40')

/** Not looked for where the sender or their domain is known: nothing known looks like itself. */
const NEAR = prepared<ReaderNames | MailNames>(sql`
  SELECT c.name, ${standing('customer', 'c')} AS standing, u.alias AS owner, u.id AS owner_id, n.domain,
    (SELECT json_extract(k.value, '$.values.phones[0]') FROM ${customerGlances} g, json_each(g.items, '$.contact') k
      WHERE g.tenant_id = c.tenant_id AND g.customer_id = c.id
        AND json_extract(k.value, '$.values.phones[0]') IS NOT NULL LIMIT 1) AS phone FROM (
    SELECT DISTINCT domain, customer_id FROM (SELECT t.domain, t.customer_id FROM (SELECT 1 WHERE
        NOT EXISTS (SELECT 1 FROM ${foundBy('addresses', addresses, 'address')})
        AND NOT EXISTS (SELECT 1 FROM ${foundBy('domains', customerDomains, 'domain')})) unknown
      CROSS JOIN ${foundBy('shapes', domainShapes, 'shape')} LIMIT ${SHAPES_MAX}) LIMIT 5) n
  JOIN ${customer} c ON c.tenant_id = ${given('tenant')} AND c.id = n.customer_id
  LEFT JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id`)

export const CANDIDATE_STATEMENTS = 3

export function candidateStatements(reader: Reader, sought: SoughtByMail | null): Statement[] {
  const values = { ...asReader(reader), ...asMail(sought) }
  return [CANDIDATES(values), THREAD(values), NEAR(values)]
}

/** A candidate and how the reader stands to it: whether they may be shown it is for whoever reads them. */
export type FoundCandidate = Candidate & {
  readonly standing: Standing
  /** The reader has asked to share it. */
  readonly asked: boolean
}

export interface FoundByMail {
  readonly ladder: Ladder
  /** In the order of the ladder. */
  readonly candidates: readonly FoundCandidate[]
  readonly thread: (MailThread & { readonly chosen_by_alias: string }) | null
  readonly alike: Extract<Warning, { kind: 'look_alike' }> | null
  /** Customers whom answers go to. */
  readonly answered: ReadonlySet<string>
}

export function readCandidates(
  [fitting = [], threads = [], near = []]: readonly Row[][],
  sought: SoughtByMail,
  sees: (standing: Standing) => boolean,
  seesPhone: (standing: Standing) => boolean,
): FoundByMail {
  const rows = new Map(fitting.map((row) => [String(row.id), row]))
  const all = fitting.flatMap(({ id, found }) =>
    (JSON.parse(String(found)) as [Rung | 'reply', string][]).map(([name, value]) => ({
      customerId: String(id),
      rung: name,
      found: value,
    })),
  )
  const alike = lookAlike(
    sought,
    near.map((row) => readNear(row, sees, seesPhone)),
  )
  const found = ladder(
    all.filter((one): one is Finding => one.rung !== 'reply'),
    {
      by: sought.parties.by,
      lookAlike: alike !== null && isDeceit(alike.how),
      telling: isTelling,
    },
  )
  const candidates = found.candidates.flatMap(
    ({ customerId, rung: name, found: value, confidence }): FoundCandidate[] => {
      const row = rows.get(customerId)
      if (!row) return []
      const { name: called, country, owner, standing: stands, asked } = row
      return [
        {
          id: customerId,
          name: String(called),
          country: String(country),
          owner: owner === null ? null : String(owner),
          standing: Number(stands),
          asked: asked === 1,
          rung: name,
          found: written(value, name, sought),
          confidence,
        },
      ]
    },
  )
  const [chosen] = threads
  return {
    ladder: found,
    candidates,
    thread: chosen
      ? { ...readRecord<MailThread>('mail_thread', chosen), chosen_by_alias: String(chosen.chosen_by_alias ?? '') }
      : null,
    alike,
    answered: new Set(all.filter((one) => one.rung === 'reply').map(({ customerId }) => customerId)),
  }
}

function readNear(row: Row, sees: (standing: Standing) => boolean, seesPhone: typeof sees): NearDomain {
  return {
    domain: String(row.domain),
    customer: String(row.name),
    phone: row.phone !== null && seesPhone(Number(row.standing)) ? String(row.phone) : null,
    owner: row.owner === null ? null : String(row.owner),
    ownerId: row.owner_id === null ? null : String(row.owner_id),
    seen: sees(Number(row.standing)),
  }
}

/** A number as it stands in the subject; everything else as it was found. */
const written = (found: string, name: Rung, { numbers }: SoughtByMail): string =>
  name === 'number' ? (numbers.find(({ key }) => key === numberKey(found))?.written ?? found) : found
