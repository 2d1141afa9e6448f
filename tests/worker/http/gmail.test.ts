import { beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '../../../gmail-addon/src/scopes.ts'
import { aCustomer, anInquiry } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { cardOf, gmailOf, inputNames, picked, type Sent, TRILHA, tokenOf, typed } from '../gmail-stage.ts'
import { google, systemToken, userToken } from '../identity/google-tokens.ts'

// The first use of Google's library has it compiled; a test of time would count that.
beforeAll(() => import('../../../worker/src/mail/gmail-call.ts'))

/** The card of the step form of Mia's order, with what is typed in it. */
async function stepForm(firm: Firm) {
  const send = await gmailOf(firm, firm.mia.id)
  const first = cardOf(await send('message'))
  const form = cardOf(await send('press', { pressed: tokenOf(first, 'Production finished') }))
  const { inspection_on = '' } = inputNames(form)
  const pressed = tokenOf(form, 'Production finished')
  return { send, form, pressed, submit: { pressed, inputs: { [inspection_on]: picked('2026-10-26') } } }
}

const told = ({ body }: { readonly body: { renderActions?: { action: { notification?: { text: string } } } } }) =>
  body.renderActions?.action.notification?.text

describe('a mail is opened', () => {
  test('its customer is on the card, in two trips and within the rows of a panel', async () => {
    const firm = await aFirm()
    const answer = await (await gmailOf(firm, firm.mia.id))('message')
    expect(answer.status).toBe(200)
    expect(cardOf(answer).header.title).toBe('Trilha Sul Comércio Ltda.')
    expect(answer.text).toContain(firm.order.doc_no)
    expect(answer.trips).toBe(2)
    expect(answer.rowsRead).toBeLessThanOrEqual(200)
  })

  test('without consent Google is told what to ask for, and nothing is read', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const answer = await send('message', {
      event: (event) => ({
        ...event,
        authorizationEventObject: { ...event.authorizationEventObject, authorizedScopes: SCOPES.home },
      }),
    })
    expect(answer.body).toEqual({
      requesting_google_scopes: { scopes: SCOPES.message.filter((scope) => !SCOPES.home.includes(scope)) },
    })
    expect(answer.trips).toBe(0)
  })

  test('a customer called like markup shows as it is called', async () => {
    const firm = await aFirm()
    const name = '<b>x</b> &amp; "y"'
    await plant(firm.tenantId, {
      customer: [aCustomer({ id: newId(), name, domains: ['gartenwelt-baumann.example'] })],
    })
    const answer = await (await gmailOf(firm, firm.david.id))('message', { mail: '02_de_anfrage' })
    // The header of a card is no HTML: there it stands as it is.
    expect(cardOf(answer).header.title).toBe(name)
  })

  test('in the reader’s language, as their Gmail has it', async () => {
    const firm = await aFirm()
    const answer = await (await gmailOf(firm, firm.mia.id))('message', {
      event: (event) => ({ ...event, commonEventObject: { ...event.commonEventObject, userLocale: 'zh-CN' } }),
    })
    expect(answer.text).toContain('未结订单')
  })

  test('on the homepage there is what waits for the reader, and what they opened last, in Gmail or elsewhere', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    await plant(firm.tenantId, { inquiry: [anInquiry({ id: newId() })] })
    const before = await send('home')
    expect([cardOf(before).header.title, before.trips]).toEqual(['Quayside', 2])
    expect(before.text).toContain('to claim')
    expect(before.text).not.toContain('Trilha')
    const beside = cardOf(await send('message'))
    expect((await send('home')).text).toContain('Trilha Sul')
    await send('press', { pressed: tokenOf(beside, firm.order.doc_no) })
    expect((await send('home')).text).toContain(firm.order.doc_no)
  })

  test('an inquiry is opened from the homepage', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    await plant(firm.tenantId, { inquiry: [anInquiry({ id: newId() })] })
    const card = cardOf(await send('home'))
    const answer = await send('press', { mail: null, pressed: tokenOf(card, 'Timber Co.') })
    expect(cardOf(answer).header.title).toBe('Trail & Timber Co.')
    expect(answer.text).toContain('Claim')
  })
})

describe('an order is moved from a card', () => {
  test('with the form of the step; it is stored as done in Gmail and seen in Outlook', async () => {
    const firm = await aFirm()
    const { send, submit } = await stepForm(firm)
    const answer = await send('press', submit)
    expect([told(answer), answer.body.stateChanged, answer.trips]).toEqual(['Saved', true, 3])
    expect(answer.text).toContain('Inspection')
    const { events } = (await firm.call('GET', `/v1/orders/${firm.order.id}/events`)).body
    expect(events[0]).toMatchObject({ action: 'advance-order', surface: 'gmail', actor: firm.mia.id })
    const outlook = await firm.call('POST', '/v1/panel', { record: { type: 'order', id: firm.order.id } })
    expect(outlook.text).toContain('2026-10-26')
  })

  test('a card pressed twice does it once', async () => {
    const firm = await aFirm()
    const { send, submit } = await stepForm(firm)
    const answers = await Promise.all([send('press', submit), send('press', submit), send('press', submit)])
    expect(answers.map(told)).toEqual(['Saved', 'Saved', 'Saved'])
    expect(await count('events', firm.tenantId, `record_id = '${firm.order.id}'`)).toBe(1)
  })

  test('a colleague was faster: the form comes back with what is there now and what was typed', async () => {
    const firm = await aFirm()
    const { send, submit } = await stepForm(firm)
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { remark: 'x' }, { headers: { 'If-Match': '"1"' } })
    const answer = await send('press', submit)
    expect(told(answer)).toContain('A colleague was faster')
    expect(JSON.stringify(cardOf(answer))).toContain(String(Date.parse('2026-10-26T00:00:00Z')))
    const again = await send('press', { ...submit, pressed: tokenOf(cardOf(answer), 'Production finished') })
    expect(told(again)).toBe('Saved')
  })

  test('what is missing is said on the form, and nothing is stored', async () => {
    const firm = await aFirm()
    const { send, pressed } = await stepForm(firm)
    const before = await wholeDatabase(firm.tenantId)
    const answer = await send('press', { pressed })
    expect(JSON.stringify(cardOf(answer))).toContain('This is required.')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('a form that is no longer offered says so and shows what is there', async () => {
    const firm = await aFirm()
    const { send, submit } = await stepForm(firm)
    await change(firm.tenantId, 'order', firm.order.id, { status: 'cancelled' })
    const answer = await send('press', submit)
    expect(told(answer)).toContain('no longer to be done')
    expect(cardOf(answer).header.title).toBe('Trilha Sul Comércio Ltda.')
  })

  test('a note on a section’s own card brings the reader back there', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const form = cardOf(await send('press', { pressed: tokenOf(cardOf(await send('message')), 'Add a note') }))
    const { note = '' } = inputNames(form)
    const answer = await send('press', {
      pressed: tokenOf(form, 'Add a note'),
      inputs: { [note]: typed('<b>B/L</b> on Friday') },
    })
    expect(told(answer)).toBe('Saved')
    expect(answer.text).toContain('&lt;b&gt;B/L&lt;/b&gt; on Friday')
  })
})

describe('cards lead to others', () => {
  test('to the whole of a section, to an order, and to the panel anew', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const first = cardOf(await send('message'))
    const whole = await send('press', { pressed: tokenOf(first, 'More') })
    expect(whole.body.renderActions.action.navigations).toHaveLength(1)
    expect(cardOf(whole).header.subtitle).toBe('Trilha Sul Comércio Ltda.')
    const order = await send('press', { pressed: tokenOf(first, firm.order.doc_no) })
    expect(cardOf(order).name).toBe(`panel/order/${firm.order.id}`)
    const menu = cardOf(order).cardActions?.[0]?.onClick
    const refresh = menu && 'action' in menu ? (menu.action.parameters[0]?.value ?? '') : ''
    const anew = await send('press', { pressed: refresh })
    expect(Object.keys(anew.body.renderActions.action.navigations[0])).toEqual(['updateCard'])
    expect(cardOf(anew).name).toBe(`panel/order/${firm.order.id}`)
  })

  test('to a record the reader may not see any more: what is there now', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const first = cardOf(await send('message'))
    for (const path of [`/v1/orders/${firm.order.id}`, `/v1/customers/${firm.customer.id}`]) {
      await firm.call('PATCH', path, { owner_id: firm.david.id }, { headers: { 'If-Match': '"1"' } })
    }
    const answer = await send('press', { pressed: tokenOf(first, firm.order.doc_no) })
    expect(told(answer)).toContain('no longer to be done')
    expect(answer.text).not.toContain(firm.order.doc_no)
    expect(answer.text).toContain('David Chen')
  })
})

describe('presses that nobody meant do nothing', () => {
  const cases: [string, (form: Awaited<ReturnType<typeof stepForm>>, firm: Firm) => Promise<Sent> | Sent][] = [
    ['a token that was altered', ({ submit }) => ({ ...submit, pressed: `${submit.pressed.slice(0, -4)}AAAA` })],
    ['no token of ours', ({ submit }) => ({ ...submit, pressed: 'a.b.c' })],
    ['one beside another mail', ({ submit }) => ({ ...submit, mail: '02_de_anfrage' })],
    ['one from the homepage', ({ submit }) => ({ ...submit, mail: null })],
    ['one of yesterday', ({ submit }) => ({ ...submit, later: 24 * 3_600_000 })],
    [
      'somebody else’s',
      async ({ submit }, firm) => {
        await gmailOf(firm, firm.david.id)
        return { ...submit, user: await userToken({ sub: `${firm.tenantId}/${firm.david.id}` }) }
      },
    ],
  ]
  test.each(cases)('%s', async (_, make) => {
    const firm = await aFirm()
    const form = await stepForm(firm)
    const sent = await make(form, firm)
    const before = await wholeDatabase(firm.tenantId)
    const answer = await form.send('press', sent)
    expect(told(answer)).toContain('out of date')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })
})

describe('who is not Google, or not somebody, is told nothing', () => {
  const calls: [string, () => Promise<string>][] = [
    ['no token', async () => ''],
    ['the token of another address', () => systemToken('https://elsewhere.example/gmail/message')],
    [
      'another project’s add-on',
      () =>
        systemToken(`${google.origin}/gmail/message`, {
          email: 'service-1@gcp-sa-gsuiteaddons.iam.gserviceaccount.com',
        }),
    ],
    ['a reader’s token in its place', () => userToken()],
  ]
  test.each(calls)('%s: 401', async (_, make) => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const answer = await send('message', { system: await make() })
    expect([answer.status, answer.trips, answer.body.code]).toEqual([401, 0, 'unauthenticated'])
  })

  test('a reader Google does not vouch for is asked to reload', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const answer = await send('message', { user: await userToken({ aud: 'another-client' }) })
    expect(answer.text).toContain('Gmail no longer vouches for you.')
    expect(answer.text).not.toContain('Trilha')
  })

  test('a reader nobody invited is told whom to ask', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const answer = await send('message', { user: await userToken({ sub: 'stranger' }) })
    expect(answer.text).toContain('Quayside does not know this Google account.')
    expect(answer.text).not.toContain('Trilha')
  })
})

describe('when Gmail fails, the card says what to do', () => {
  const troubles: [string, string][] = [
    ['signed-out', 'Reload Gmail'],
    ['not-allowed', 'Allow it when Gmail asks'],
    ['gone', 'It may have been deleted'],
    ['busy', 'Wait a minute'],
    ['broken', 'Try again in a moment'],
    ['html', 'Reload Gmail'],
    ['hangs', 'Try again in a moment'],
  ]
  test.each(troubles)('%s: %s, with a way to try again', async (fault, remedy) => {
    const firm = await aFirm()
    const began = performance.now()
    const answer = await (await gmailOf(firm, firm.mia.id))('message', { fault })
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(remedy)
    expect(tokenOf(cardOf(answer), 'Try again')).not.toBe('')
  })

  test('a mail of somebody else’s mailbox is none of the reader’s', async () => {
    const firm = await aFirm()
    const [mine, theirs] = [await gmailOf(firm, firm.mia.id, 0), await gmailOf(firm, firm.david.id, 1)]
    const seen = await mine('message', { event: (event) => event })
    expect(cardOf(seen).header.title).toContain('Trilha')
    let id: unknown
    await mine('message', {
      event: (event) => {
        id = event.gmail?.messageId
        return event
      },
    })
    const answer = await theirs('message', { mail: String(id) })
    expect(answer.text).toContain('Gmail cannot find this mail.')
  })
})

describe('an event that lacks a part', () => {
  const parts: [string, Sent][] = [
    ['commonEventObject', { event: ({ commonEventObject: _, ...rest }) => rest }],
    ['authorizationEventObject', { event: ({ authorizationEventObject: _, ...rest }) => rest }],
    ['gmail.messageId', { event: (event) => ({ ...event, gmail: { accessToken: 'x' } }) }],
    ['gmail.messageId', { event: (event) => ({ ...event, gmail: { messageId: '../drafts', accessToken: 'x' } }) }],
    ['gmail.accessToken', { event: (event) => ({ ...event, gmail: { messageId: TRILHA } }) }],
  ]
  test.each(parts)('%s is named on the card', async (part, sent) => {
    const firm = await aFirm()
    const answer = await (await gmailOf(firm, firm.mia.id))('message', sent)
    expect([answer.status, answer.trips]).toEqual([200, 0])
    expect(answer.text).toContain(`Reference: ${part}`)
  })

  test('what is no event at all is refused', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    for (const body of [[], 'x', 1, null]) {
      const answer = await send('message', { event: () => body as unknown as object })
      expect(answer.status).toBe(200)
      expect(answer.text).toContain('cannot read')
    }
  })
})
