import { beforeAll, describe, expect, test } from 'vitest'
import { aUser } from '../../fixtures/builders.ts'
import { type Answer, anIdentity, type Firm, newId, plant } from '../firm.ts'
import { MATCH_CASES, type Outcome } from './match-cases.ts'
import { aFirmOfLookAlikes } from './matching-firm.ts'

let firm: Firm
beforeAll(async () => {
  firm = await aFirmOfLookAlikes()
})

interface Item {
  readonly title?: string
  readonly lines?: readonly string[]
}
const section = ({ body }: Answer, key: string) => body.sections.find((one: { key: string }) => one.key === key)
const named = (answer: Answer): string[] =>
  ((section(answer, 'several')?.full ?? section(answer, 'several')?.summary ?? []) as Item[])
    .flatMap(({ title }) => title ?? [])
    .sort()

function outcomeOf(answer: Answer): Outcome {
  const order: string[] = answer.body.order
  if (order.includes('who')) {
    return { linked: answer.body.title, why: (section(answer, 'who').summary[0] as Item).lines?.at(-1) ?? '' }
  }
  if (order.includes('colleague')) return { colleague: true }
  return order.includes('sender') ? { unknown: named(answer) } : { choose: named(answer) }
}

describe('whose a mail is', () => {
  test.each(MATCH_CASES)('%s', async (_, message, outcome) => {
    const answer = await firm.call('POST', '/v1/panel', { host: 'outlook', message })
    const found = outcomeOf(answer)
    if ('linked' in outcome && 'linked' in found) {
      expect(found.linked).toBe(outcome.linked)
      expect(found.why).toContain(outcome.why)
    } else if ('choose' in outcome) {
      expect(found).toEqual({ choose: [...outcome.choose].sort() })
    } else {
      expect(found).toEqual(outcome)
    }
    expect(answer.trips).toBeLessThanOrEqual(2)
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })

  test('there are at least sixty cases', () => {
    expect(MATCH_CASES.length).toBeGreaterThanOrEqual(60)
  })
})

describe('a choice for a thread', () => {
  const AGENT = {
    messageId: '<a1@agencia.example>',
    from: { address: 'agent@agencia.example' },
    subject: 'Prices',
    conversationId: 'AAQk',
  }
  const REPLY = {
    messageId: '<a3@agencia.example>',
    from: { address: 'agent@agencia.example' },
    subject: 'Re: Prices',
    references: ['<a1@agencia.example>', '<a2@bluewhale-outdoor.example>'],
  }
  const look = (at: Firm, message: object, as = 'david') => at.call('POST', '/v1/panel', { message }, { as })
  const act = (at: Firm, action: string, input: object, as = 'david') =>
    at.call(
      'POST',
      `/v1/actions/${action}`,
      { target: { type: 'mail_thread', id: 'new' }, input, message: AGENT },
      { as, headers: { 'Idempotency-Key': newId() } },
    )
  const offered = (answer: Answer): { value: string; label: string }[] =>
    section(answer, 'several').summary.find((one: { action?: string }) => one.action === 'choose-customer').fields[0]
      .choices

  test('is the same for everybody, for its later mails too, says who chose, and can be taken back', async () => {
    const own = await aFirmOfLookAlikes()
    const choices = offered(await look(own, AGENT))
    const uno = choices.find(({ label }) => label.startsWith('Agencia Uno'))?.value
    const chosen = await act(own, 'choose-customer', { customer: uno })
    expect([chosen.status, chosen.trips]).toEqual([200, 3])
    for (const mail of [AGENT, REPLY]) {
      const answer = await look(own, mail)
      expect(outcomeOf(answer)).toEqual({ linked: 'Agencia Uno', why: 'Chosen for this thread by David Chen' })
    }
    expect(JSON.stringify(section(await look(own, AGENT), 'who').full)).toContain('undo-choice')
    const undone = await act(own, 'undo-choice', {})
    expect([undone.status, undone.trips]).toEqual([200, 3])
    expect(outcomeOf(await look(own, REPLY))).toEqual({ choose: ['Agencia Dos', 'Agencia Uno'] })
    const again = await act(own, 'choose-customer', { customer: uno })
    expect(again.status).toBe(200)
    expect(outcomeOf(await look(own, REPLY))).toMatchObject({ linked: 'Agencia Uno' })
  })

  test('by the host’s conversation, where a mail names none before it', async () => {
    const own = await aFirmOfLookAlikes()
    const uno = offered(await look(own, AGENT)).find(({ label }) => label.startsWith('Agencia Uno'))?.value
    await act(own, 'choose-customer', { customer: uno })
    const later = { ...AGENT, messageId: '<a9@agencia.example>' }
    expect(outcomeOf(await look(own, later))).toMatchObject({ linked: 'Agencia Uno' })
    expect(outcomeOf(await look(own, { ...later, conversationId: 'other' }))).toHaveProperty('choose')
  })

  test('is of those who fit and whom the reader may see; others are only said to be somebody’s', async () => {
    const own = await aFirmOfLookAlikes()
    const refused = await act(own, 'choose-customer', { customer: own.customer.id })
    expect(refused.body.code).toBe('rejected')
    const leo = aUser({ id: newId(), email: 'leo.sun@bluewhale-outdoor.example', alias: 'Leo Sun' })
    await plant(own.tenantId, { user: [leo] })
    const token = await anIdentity(own.tenantId, leo)
    const seen = await look(own, { ...AGENT, subject: 'PI-2026-0412', from: { address: 'x@elsewhere.example' } }, token)
    expect(seen.body.order).toContain('taken')
    expect(seen.text).not.toContain('Trilha Sul')
  })
})

describe('warnings stand before everything else', () => {
  const look = (message: object, as: string = 'david') => firm.call('POST', '/v1/panel', { message }, { as })
  const from = (address: string, more: object = {}) => ({ from: { address }, subject: 'Hello', ...more })
  const told = (answer: Answer) =>
    (section(answer, 'warnings')?.summary ?? []).map(({ text }: { text: string }) => text)

  test('mail 11: another domain, another Reply-To, other bank details', async () => {
    const answer = await look(
      from('thiago.nunes@trilhasu1.example', {
        subject: 'Re: PI-2026-0412 - bank details',
        replyTo: [{ address: 'thiago.nunes.trilha@freemail.example' }],
      }),
    )
    expect(answer.body.order[0]).toBe('warnings')
    expect(section(answer, 'warnings').tone).toBe('danger')
    expect(told(answer).join(' ')).toContain(
      'trilhasu1.example is not trilhasul.example (Trilha Sul Comércio Ltda.). Answers would go to thiago.nunes.trilha@freemail.example, a free mail address',
    )
    expect(told(answer).join(' ')).toContain('It speaks of bank details')
    // Behind it stands the press that reports it.
    expect(told(answer).at(-2)).toContain('call the number on file')
    const { body } = await firm.call(
      'POST',
      '/v1/panel',
      { message: from('x@trilhasu1.example') },
      { headers: { 'Accept-Language': 'zh' } },
    )
    expect(JSON.stringify(body)).toContain('trilhasu1.example 不是')
  })

  test.each([
    ['a digit for a letter', 'x@tri1hasul.example', 'is not trilhasul.example'],
    ['a letter more', 'x@trilhasull.example', 'is not trilhasul.example'],
    ['a letter less', 'x@trilhsul.example', 'is not trilhasul.example'],
    ['two swapped', 'x@trlihasul.example', 'is not trilhasul.example'],
    ['a hyphen', 'x@trilha-sul.example', 'is not trilhasul.example'],
    ['a Cyrillic letter', 'x@trilhаsul.example', 'is not trilhasul.example'],
    ['a Cyrillic letter in Punycode', 'x@xn--trilhsul-56g.example', 'is not trilhasul.example'],
    ['rn for m', 'x@acarnpar-norte.example', 'is not acampar-norte.example'],
    ['no accent', 'x@muller-outdoor.example', 'is not müller-outdoor.example'],
    ['their name before another domain', 'x@trilhasul.mails.example', 'is not trilhasul.example'],
    ['another ending', 'x@trilhasul.com', 'is not known; Trilha Sul Comércio Ltda. writes from trilhasul.example'],
    [
      'the first mail from an address',
      'neu@gartenwelt-baumann.example',
      'First mail from neu@gartenwelt-baumann.example',
    ],
  ])('%s', async (_, address, sentence) => {
    expect(told(await look(from(address))).join(' ')).toContain(sentence)
  })

  test.each([
    ['a known sender', from('thiago.nunes@trilhasul.example')],
    [
      'the customer’s own second domain',
      from('lucia@acampar.example', { replyTo: [{ address: 'x@acampar-norte.example' }] }),
    ],
    [
      'answers to a colleague of the sender',
      from('thiago.nunes@trilhasul.example', { replyTo: [{ address: 'x@trilhasul.example' }] }),
    ],
    [
      'a marketplace’s notice',
      from('noreply@notify.tradeplaza.example', { replyTo: [{ address: 'b@buyers.tradeplaza.example' }] }),
    ],
    ['a stranger', from('x@elsewhere.example')],
    [
      'our own mail',
      {
        from: { address: 'mia@bluewhale-outdoor.example' },
        to: [{ address: 'x@trilhasu1.example' }],
        subject: 'bank details',
      },
    ],
  ])('not of %s', async (_, message) => {
    expect(told(await look(message))).toEqual([])
  })

  test('of a customer whom the reader may not see, only whose it is', async () => {
    const own = await aFirmOfLookAlikes()
    const leo = aUser({ id: newId(), email: 'leo.sun@bluewhale-outdoor.example', alias: 'Leo Sun' })
    await plant(own.tenantId, { user: [leo] })
    const as = await anIdentity(own.tenantId, leo)
    const answer = await own.call('POST', '/v1/panel', { message: from('x@trilhasu1.example') }, { as })
    expect(answer.text).toContain('looks like the domain of a customer of Mia Zhao')
    expect(answer.text).not.toContain('trilhasul.example')
    expect(answer.text).not.toContain('Trilha Sul')
  })
})
