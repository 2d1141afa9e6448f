import { env } from 'cloudflare:test'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Inquiry, User } from '#shared/trade/index.ts'
import { type Done, runJobs } from '../../../worker/src/jobs/jobs.ts'
import type { Delivery, OutgoingMail } from '../../../worker/src/mail/provider.ts'
import { anInquiry, aTeam, aTenant, aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, NOW, newId, plant } from '../firm.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Nothing is due and nothing waits, in any firm: the tick serves them all, those of other tests too. */
export const clearJobs = () =>
  env.DB.batch(
    ['timers', 'outbox', 'heartbeats', 'deal_work', 'customer_work'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  )

/** Sales as in the demo firm: kevin leads Europe, where leo works; above them david, above him frank, the last resort. */
export async function aHouse(changed: Readonly<Record<string, Partial<User>>> = {}) {
  const tenantId = newId()
  const ids = { frank: newId(), david: newId(), kevin: newId(), leo: newId() }
  const europe = aTeam({ id: newId(), key: 'europe', name: 'Europe & CIS', leader_id: ids.kevin })
  const person = (key: keyof typeof ids, given: Partial<User>) =>
    aUser({ id: ids[key], email: `${key}@house.example`, alias: key, locale: 'en', ...given, ...changed[key] })
  const people = [
    person('frank', { roles: ['gm'] }),
    person('david', { roles: ['sales_manager'], manager_id: ids.frank }),
    person('kevin', { manager_id: ids.david, team_id: europe.id }),
    person('leo', { manager_id: ids.david, team_id: europe.id }),
  ]
  const tenant = aTenant({ id: tenantId, fallback_user_id: ids.frank, domains: ['house.example'] })
  await plant(tenantId, { tenant: [tenant], team: [europe], user: people })
  const tokens = Object.fromEntries(
    await Promise.all(people.map(async (one) => [one.alias, await anIdentity(tenantId, one)])),
  ) as Record<keyof typeof ids, string>
  const { call } = await aFirm()

  return {
    tenantId,
    ids,
    europe,
    /** An inquiry that just came, made through the API by david; in Europe's pool unless it says otherwise. */
    async inquiry(given: Readonly<Record<string, unknown>> = {}): Promise<string> {
      const values = { subject: 'Lanterns', company_name: 'Nordlys AS', received_at: NOW, team_id: europe.id }
      const made = await call('POST', '/v1/inquiries', { ...values, ...given }, { as: tokens.david })
      if (made.status !== 201) throw new Error(made.text)
      return made.body.id
    },
    /** Inquiries that were there before; each is due a second after the one before. */
    plantInquiries: (count: number, given: Partial<Inquiry> = {}) =>
      plant(tenantId, {
        inquiry: Array.from(
          { length: count },
          (_, index): AnyRecord =>
            anInquiry({ id: newId(), team_id: europe.id, received_at: NOW + index * 1000, ...given }),
        ),
      }),
    claim: (id: string, as: keyof typeof ids, version = 1) =>
      call(
        'POST',
        '/v1/actions/claim-inquiry',
        { target: { type: 'inquiry', id, version }, input: {} },
        { as: tokens[as], headers: { 'Idempotency-Key': newId() } },
      ),
    edit: (id: string, values: object, version = 1) =>
      call('PATCH', `/v1/inquiries/${id}`, values, { as: tokens.david, headers: { 'If-Match': `"${version}"` } }),
  }
}

export type House = Awaited<ReturnType<typeof aHouse>>

/** A clock that a test sets, and a provider that keeps what it was given. */
export function aPost(answer: (mail: OutgoingMail) => Delivery = () => ({ kind: 'accepted' })) {
  const post = {
    now: NOW,
    /** What left, by the provider's account: a key it has it takes no second time. */
    sent: new Map<string, OutgoingMail>(),
    /** How often it was asked to deliver. */
    deliveries: 0,
    /** Who got how many. */
    told(): Record<string, number> {
      const names = [...post.sent.values()].flatMap(({ to }) => to.map((address) => address.split('@')[0] ?? ''))
      return Object.fromEntries(names.map((name) => [name, names.filter((other) => other === name).length]))
    },
    provider: {
      async deliver(mail: OutgoingMail): Promise<Delivery> {
        post.deliveries += 1
        const delivery = answer(mail)
        if (delivery.kind === 'accepted' && !post.sent.has(mail.key)) post.sent.set(mail.key, mail)
        return delivery
      },
    },
    run(at?: number, d1 = env.DB): Promise<Done> {
      if (at !== undefined) post.now = at
      return runJobs(d1, {
        now: () => post.now,
        random: () => 0.5,
        newId,
        mail: { provider: post.provider, origin: 'https://desk.house.example' },
      })
    },
  }
  return post
}

/** The rows of the outbox of a firm, in the order in which they were owed. */
export async function outboxOf(tenantId: string) {
  const { results } = await env.DB.prepare('SELECT * FROM outbox WHERE tenant_id = ? ORDER BY due_at, key')
    .bind(tenantId)
    .all<{ key: string; user_id: string; state: string; why: string | null; attempts: number; about: string }>()
  return results
}
