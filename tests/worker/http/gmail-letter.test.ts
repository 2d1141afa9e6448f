import PostalMime from 'postal-mime'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { Card } from '#shared/panel/render/card-json.ts'
import { signIntent, signingKey } from '../../../gmail-addon/src/action-token.ts'
import { SCOPES, WRITING } from '../../../gmail-addon/src/scopes.ts'
import { sha256 } from '../../../worker/src/sha256.ts'
import { aCustomer, anOrder } from '../../fixtures/builders.ts'
import { aFirm, count, type Firm, NOW, newId, plant, wholeDatabase } from '../firm.ts'
import { type Answered, cardOf, gmailOf, inputNames, type Sent, TRILHA, tokenOf } from '../gmail-stage.ts'
import { google } from '../identity/google-tokens.ts'
import { aQuoted } from '../road/quoted.ts'

// The first use of Google's library has it compiled; a test of time would count that.
beforeAll(() => import('../../../worker/src/mail/gmail-call.ts'))

const { url, mailboxes } = inject('gmail')

/** Mia presses the button on the card beside a mail. */
async function written(firm: Firm, { event, ...sent }: Sent = {}): Promise<Answered> {
  const send = await gmailOf(firm, firm.mia.id)
  const pressed = tokenOf(cardOf(await send('message', sent)), 'Reply with status of')
  return send('press', { ...sent, pressed, ...(event ? { event } : {}) })
}

interface DraftIds {
  readonly draftId: string
  readonly draftThreadId: string
}

const draftOf = ({ body }: Answered): DraftIds =>
  body.renderActions.hostAppAction.gmailAction.openCreatedDraftActionMarkup

async function mailIn({ draftId }: DraftIds) {
  const response = await fetch(`${url}/gmail/v1/users/me/drafts/${encodeURIComponent(draftId)}?format=raw`, {
    headers: { Authorization: `Bearer ${mailboxes[0]?.token}` },
  })
  const { message } = await response.json<{ message: { raw: string; threadId: string } }>()
  const raw = atob(message.raw.replace(/-/g, '+').replace(/_/g, '/'))
  return { threadId: message.threadId, mail: await PostalMime.parse(raw) }
}

/** What a press on that order would say beside the mail that is open, were there a card that shows it. */
async function openingOf(firm: Firm, id: string): Promise<string> {
  const bearer = { user: firm.mia.id, message: mailboxes[0]?.ids[TRILHA] ?? '' }
  const signing = { key: await signingKey(google.cardSecret), now: NOW, id: newId() }
  return signIntent({ kind: 'record', target: { type: 'order', id } }, bearer, signing)
}

/** What stands in the card's one input, to be copied. */
const toCopy = (card: Card): string =>
  card.sections.flatMap(({ widgets }) =>
    widgets.flatMap((widget) => ('textInput' in widget ? [widget.textInput.value ?? ''] : [])),
  )[0] ?? ''

describe('the status of an order', () => {
  test('is a draft in the conversation that is open, to its buyer, and nothing is stored', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    const pressed = tokenOf(cardOf(await send('message')), 'Reply with status of')
    const before = await wholeDatabase(firm.tenantId)
    const answer = await send('press', { pressed })
    expect(answer.trips).toBe(2)
    const { mail, threadId } = await mailIn(draftOf(answer))
    expect([threadId, draftOf(answer).draftThreadId]).toEqual([threadId, threadId])
    expect(mail.to?.map(({ address }) => address)).toEqual(['thiago.nunes@trilhasul.example'])
    expect(mail.subject).toMatch(/^Re: /)
    expect(mail.inReplyTo).toMatch(/^<.+>$/)
    expect(mail.references).toBe(mail.inReplyTo)
    expect(mail.text).toContain(`Segue a situação atual do seu pedido ${firm.order.doc_no}.`)
    expect(mail.html).toContain('<td align="left"')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('says what was left out of it', async () => {
    const firm = await aFirm()
    const order = { ...firm.order, id: newId(), doc_no: 'SO-2', promised_date: '2026-10-01' }
    await plant(firm.tenantId, { order: [order] })
    const send = await gmailOf(firm, firm.mia.id)
    const beside = cardOf(await send('message'))
    const whole = cardOf(await send('press', { pressed: tokenOf(beside, 'SO-2') }))
    const answer = await send('press', { pressed: tokenOf(whole, 'Reply with status of') })
    expect(answer.body.renderActions.action.notification.text).toContain('Promised date 2026-10-01')
  })

  test('asks for consent to drafts only now, and makes none without it', async () => {
    const firm = await aFirm()
    const answer = await written(firm, {
      event: (event) => ({
        ...event,
        authorizationEventObject: { ...event.authorizationEventObject, authorizedScopes: SCOPES.message },
      }),
    })
    expect(answer.body).toEqual({ requesting_google_scopes: { scopes: WRITING } })
  })

  test('of an order of somebody else than who writes is on a card, and no draft', async () => {
    const firm = await aFirm()
    const another = aCustomer({ id: newId(), name: 'Nova', owner_id: firm.mia.id, domains: ['nova.example'] })
    const order = anOrder({ id: newId(), customer_id: another.id, owner_id: firm.mia.id, next_due: '2026-10-21' })
    await plant(firm.tenantId, { customer: [another], order: [order] })
    const send = await gmailOf(firm, firm.mia.id)
    const opened = cardOf(await send('press', { pressed: await openingOf(firm, order.id) }))
    const card = cardOf(await send('press', { pressed: tokenOf(opened, 'Reply with status of') }))
    expect(JSON.stringify(card)).toContain('This mail is not from the buyer it is for.')
    expect(toCopy(card)).toContain(order.doc_no)
  })

  test('from the homepage is on a card to be copied', async () => {
    const firm = await aFirm()
    const send = await gmailOf(firm, firm.mia.id)
    await send('press', { pressed: tokenOf(cardOf(await send('message')), firm.order.doc_no) })
    const order = cardOf(
      await send('press', { mail: null, pressed: tokenOf(cardOf(await send('home')), firm.order.doc_no) }),
    )
    const card = cardOf(await send('press', { mail: null, pressed: tokenOf(order, 'Reply with status of') }))
    expect([card.name, toCopy(card).split('\n').at(-1)]).toEqual(['letter', 'Mia Zhao'])
  })
})

describe('a quotation', () => {
  /** Mia opens the form on the card, chooses Excel, and presses. */
  async function quoted(firm: Firm, sent: Sent = {}): Promise<Answered> {
    const send = await gmailOf(firm, firm.mia.id)
    const form = cardOf(
      await send('press', { ...sent, pressed: tokenOf(cardOf(await send('message', sent)), 'Reply with quotation') }),
    )
    const names = inputNames(form)
    const inputs = {
      [names.format ?? '']: { stringInputs: { value: ['xlsx'] } },
      [names.language ?? '']: { stringInputs: { value: ['en'] } },
    }
    return send('press', { ...sent, inputs, pressed: tokenOf(form, 'Reply with quotation') })
  }

  test('is a draft with the file in it, in two presses, and the card is as it is by now', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const answer = await quoted(firm)
    expect(answer.trips).toBe(3)
    const { mail } = await mailIn(draftOf(answer))
    expect(mail.text).toContain(`Segue em anexo a nossa cotação ${quotation.doc_no}.`)
    expect(mail.html).toContain('lang="pt-BR"')
    const [file] = mail.attachments
    expect([file?.filename, file?.disposition]).toEqual([`${quotation.doc_no}-v1.xlsx`, 'attachment'])
    const after = (await firm.call('GET', `/v1/quotations/${quotation.id}`)).body
    expect(await sha256(new Uint8Array(file?.content as ArrayBuffer))).toBe(after.sha256)
    expect([answer.body.stateChanged, cardOf(answer).name]).toEqual([true, 'panel'])
  })

  test('after Google’s question for consent is the same file, and one document', async () => {
    const firm = await aFirm()
    await aQuoted(firm)
    const send = await gmailOf(firm, firm.mia.id)
    const form = cardOf(
      await send('press', { pressed: tokenOf(cardOf(await send('message')), 'Reply with quotation') }),
    )
    const names = inputNames(form)
    const inputs = {
      [names.format ?? '']: { stringInputs: { value: ['xlsx'] } },
      [names.language ?? '']: { stringInputs: { value: ['en'] } },
    }
    const pressed = tokenOf(form, 'Reply with quotation')
    const asked = await send('press', {
      inputs,
      pressed,
      event: (event) => ({
        ...event,
        authorizationEventObject: { ...event.authorizationEventObject, authorizedScopes: SCOPES.message },
      }),
    })
    expect(asked.body).toEqual({ requesting_google_scopes: { scopes: WRITING } })
    const answer = await send('press', { inputs, pressed })
    expect((await mailIn(draftOf(answer))).mail.attachments).toHaveLength(1)
    expect(answer.body.stateChanged).toBe(true)
    expect(await count('documents', firm.tenantId)).toBe(1)
  })

  test('where Gmail makes no draft is on a card, with the file to be got', async () => {
    const firm = await aFirm()
    const { quotation } = await aQuoted(firm)
    const card = cardOf(await quoted(firm, { draftFault: 'busy' }))
    expect(JSON.stringify(card)).toContain(`"text":"${quotation.doc_no}-v1.xlsx"`)
    expect(JSON.stringify(card)).toMatch(/"openLink":\{"url":"https:\/\/[^"]+\/files\/[\w-]{43}"/)
  })
})

describe('when Gmail makes no draft, the card says why and shows the text', () => {
  const troubles: [string, string][] = [
    ['not-allowed', 'does not let Quayside write drafts'],
    ['domain-policy', 'ask your administrator'],
    ['user-rate', 'Gmail asks for a little patience.'],
    ['busy', 'Gmail asks for a little patience.'],
    ['broken', 'Gmail does not answer.'],
    ['hangs', 'Gmail does not answer.'],
    ['closes', 'Gmail does not answer.'],
    ['signed-out', 'Gmail no longer vouches for you.'],
    ['gone', 'Gmail cannot find this mail.'],
    ['html', 'cannot read'],
    ['no-draft', 'cannot read'],
  ]
  test.each(troubles)('%s: %s', async (draftFault, sentence) => {
    const firm = await aFirm()
    const answer = await written(firm, { draftFault })
    expect(answer.status).toBe(200)
    const card = cardOf(answer)
    expect(JSON.stringify(card)).toContain(sentence)
    expect(toCopy(card)).toContain(firm.order.doc_no)
  })
})
