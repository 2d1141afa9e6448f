import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { dueAt } from '#shared/sla/clock.ts'
import { NOW } from '../firm.ts'
import { killedAt } from './faulty-database.ts'
import { aHouse, aPost, clearJobs, outboxOf } from './house.ts'

const MINUTE = 60_000

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('run' as const), minutes: fc.nat(11 * 60) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('killed' as const),
      minutes: fc.nat(11 * 60),
      call: fc.integer({ min: 1, max: 6 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('two at once' as const), minutes: fc.nat(11 * 60) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock back' as const), minutes: fc.nat(70) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('claim' as const, 'give away' as const), which: fc.nat(1) }),
  },
)

/** One that finds a mail again by its key, and one that can tell nothing of what it was given before. */
const PROVIDERS = {
  'knows its mails': () => ({ kind: 'accepted' }) as const,
  'can tell nothing': ({ again }: { again: boolean }) =>
    again ? ({ kind: 'uncertain', why: 'cannot_tell' } as const) : ({ kind: 'accepted' } as const),
}

test.each(Object.entries(PROVIDERS))(
  'whatever ticks, dies, is claimed, is given away, or sets the clock back: with a provider that %s no mail leaves twice, none after the claim, and every level reached has an end',
  async (_, answer) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        await clearJobs()
        const house = await aHouse()
        const inquiries = [await house.inquiry(), await house.inquiry({ owner_id: house.ids.leo, team_id: null })]
        const claimed = new Set<string>()
        const versions = [1, 1]
        const left: string[] = []
        const wrong: string[] = []
        const post = aPost((mail) => {
          const delivery = answer(mail)
          if (delivery.kind === 'accepted' && !(left.includes(mail.key) && mail.again)) left.push(mail.key)
          if (claimed.has(mail.key.split('.')[2] ?? '')) wrong.push(`after the claim: ${mail.key}`)
          return delivery
        })
        let latest = NOW
        for (const one of steps) {
          if ('minutes' in one) post.now += one.minutes * MINUTE * (one.kind === 'clock back' ? -1 : 1)
          latest = Math.max(latest, post.now)
          if (one.kind === 'run') await post.run()
          if (one.kind === 'two at once') await Promise.all([post.run(), post.run()])
          if (one.kind === 'killed') await post.run(post.now, killedAt(one.call, one.when).d1).catch(() => undefined)
          if (!('which' in one)) continue
          const id = inquiries[one.which] ?? ''
          const version = versions[one.which] ?? 1
          if (claimed.has(id)) continue
          const done =
            one.kind === 'claim'
              ? await house.claim(id, one.which === 1 ? await ownerOf(id) : 'leo', version)
              : await house.edit(id, { owner_id: house.ids[version % 2 === 1 ? 'kevin' : 'leo'] }, version)
          expect([200, 422]).toContain(done.status)
          if (done.status !== 200) continue
          versions[one.which] = version + 1
          if (one.kind === 'claim') claimed.add(id)
        }
        async function ownerOf(id: string): Promise<'kevin' | 'leo'> {
          const row = await env.DB.prepare('SELECT owner_id FROM inquiries WHERE id = ?').bind(id).first()
          return row?.owner_id === house.ids.kevin ? 'kevin' : 'leo'
        }

        // In the end it is let be: leases run out, and everything that is due is done.
        for (const rest of [0, 20, 40, 60, 80]) await post.run(latest + rest * MINUTE)

        expect(wrong).toEqual([])
        expect(new Set(left).size).toBe(left.length)
        const rows = await outboxOf(house.tenantId)
        expect(rows.filter(({ state }) => state === 'queued')).toEqual([])
        expect(rows.filter(({ state, why }) => state !== 'sent' && why === null)).toEqual([])
        // What is written down as sent has left; what has left and is not written down is uncertain.
        for (const { key, state } of rows) {
          if (state === 'sent') expect(left).toContain(key)
          if (state === 'dropped' || state === 'parked') expect(left).not.toContain(key)
        }
        for (const id of inquiries) {
          const done = rows
            .filter(({ key }) => key.split('.')[2] === id)
            .flatMap(({ about }) => JSON.parse(about).levels)
          const clock = { rule: 'claim', startedAt: NOW }
          const reached = claimRule.levels.flatMap((__, level) =>
            (dueAt(clock, level) ?? 0) <= post.now ? [level] : [],
          )
          if (!claimed.has(id)) expect([...new Set(done)].sort()).toEqual(reached)
        }
        const timers = await env.DB.prepare('SELECT record_id FROM timers WHERE tenant_id = ? AND due_at <= ?')
          .bind(house.tenantId, post.now)
          .all()
        expect(timers.results).toEqual([])
      }),
      { numRuns: 15 },
    )
  },
  60_000,
)
