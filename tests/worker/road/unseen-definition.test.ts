import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Form } from '#shared/panel/panel.ts'
import { unseenDefinition } from '../../fixtures/unseen-definition.ts'
import { aFirm, type Firm, newId } from '../firm.ts'
import { gmailOf } from '../gmail-stage.ts'
import {
  type Choosing,
  cardOffers,
  choosing,
  filledIn,
  type Gmail,
  MESSAGE,
  nameOf,
  offers,
  press,
  send,
} from './walker.ts'

/**
 * The promise of the whole of it: a process that nobody here has seen is published over HTTP, and then walked in
 * Outlook, in Gmail and by the API, by pressing nothing but what is offered. Nothing is built anew.
 */

// The first use of Google's library has it compiled, which waits for nobody within a test.
beforeAll(() => import('../../../worker/src/mail/gmail-call.ts'))

/** More presses than any of the roads needs, with forms that are refused and ways back. */
const PRESSES_MAX = 150
/** From then on only what is next is pressed, so that nobody goes round for ever. */
const WANDERED = 12

const publish = (firm: Firm, definition: object) =>
  firm.call('POST', '/v1/definitions/workflows', definition, { headers: { 'Idempotency-Key': newId() } })

async function begun(firm: Firm, road: string): Promise<string> {
  const started = await firm.call(
    'POST',
    '/v1/actions/start-deal',
    { host: 'outlook', target: { type: 'deal', id: 'new' }, input: { subject: 'Strange', road }, message: MESSAGE },
    { as: 'mia', headers: { 'Idempotency-Key': newId() } },
  )
  expect(started.status, started.text).toBe(200)
  return started.body.record.id
}

const dealOf = async (firm: Firm, id: string) => (await firm.call('GET', `/v1/deals/${id}`)).body

test.each([
  { host: 'outlook', numRuns: 2 },
  { host: 'gmail', numRuns: 2 },
  { host: 'api', numRuns: 2 },
  { host: 'each in turn', numRuns: 4 },
] as const)(
  'a definition that nobody has seen is walked to an end: $host',
  { timeout: 300_000 },
  async ({ host, numRuns }) => {
    await fc.assert(
      fc.asyncProperty(
        unseenDefinition('strange'),
        unseenDefinition('other'),
        fc.gen(),
        async (strange, other, gen) => {
          const firm = await aFirm()
          for (const definition of [strange, other]) {
            const published = await publish(firm, definition)
            expect(published.status, published.text).toBe(201)
          }
          const id = await begun(firm, 'strange')
          expect(await dealOf(firm, id)).toMatchObject({ workflow: 'strange', workflow_version: 1, status: 'open' })

          const one = choosing(gen, fc.nat)
          const gmails = { mia: await gmailOf(firm, firm.mia.id), david: await gmailOf(firm, firm.david.id) }
          const hosts = host === 'each in turn' ? (['outlook', 'gmail', 'api'] as const) : ([host] as const)
          let presses = 0
          for (let deal = await dealOf(firm, id); deal.status === 'open'; deal = await dealOf(firm, id)) {
            presses += 1
            expect(presses, `walked round and round in ${deal.stage}`).toBeLessThan(PRESSES_MAX)
            const wanders = presses < WANDERED
            const { as, forms } = await whoGoesOn(firm, one, wanders)
            expect(forms, `nothing is offered to anybody in ${deal.stage}`).not.toEqual([])
            // What is offered is the same wherever it is shown.
            const cards = await cardOffers(gmails[as] as Gmail)
            expect([...cards.keys()].sort()).toEqual(forms.map(nameOf).sort())

            const form = (wanders ? one(forms) : forms.find(isNext)) ?? one(forms)
            const input = filledIn(form, one)
            const through = one(hosts)
            const before = deal.version
            if (through === 'gmail') {
              const answer = await press(gmails[as] as Gmail, cards.get(nameOf(form)) ?? '', form, input)
              expect(answer.status, answer.text).toBe(200)
            } else {
              const answer = await send(firm, as, through, form, input)
              expect([200, 422], answer.text).toContain(answer.status)
              const fields = ['step', 'comment', ...form.fields.map(({ key }) => key)]
              for (const problem of answer.body.problems ?? []) {
                expect(fields).toContain(problem.field)
                expect(problem.message).not.toBe('')
              }
              if (answer.status === 422) expect((await dealOf(firm, id)).version).toBe(before)
            }
          }
        },
      ),
      // A smaller one of the same kind takes as long to find as a hundred others to walk.
      { numRuns, endOnFailure: true },
    )
  },
)

/** Who goes on: while they wander anybody who can, then whoever has what comes next. */
async function whoGoesOn(firm: Firm, one: Choosing, wanders: boolean) {
  const people = [
    { as: 'mia' as const, forms: await offers(firm, 'mia') },
    { as: 'david' as const, forms: await offers(firm, 'david') },
  ].filter(({ forms }) => forms.length > 0)
  const next = people.find(({ forms }) => forms.some(isNext))
  return (wanders ? one(people) : (next ?? people[0])) ?? { as: 'mia' as const, forms: [] }
}

const isNext = ({ primary, action }: Form) => primary === true || action === 'decide-approval'
