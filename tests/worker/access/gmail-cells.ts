import { inject } from 'vitest'
import type { Target } from '#shared/panel/panel.ts'
import { type Intent, TOKEN } from '#shared/panel/render/card-intent.ts'
import type { Role } from '#shared/trade/user.ts'
import { signIntent, signingKey } from '../../../gmail-addon/src/action-token.ts'
import { SCOPES } from '../../../gmail-addon/src/scopes.ts'
import { NOW, newId } from '../firm.ts'
import { google, systemToken, userToken } from '../identity/google-tokens.ts'
import { ABSENT, type Cell, type Met, metBy, SOME_ROLES, strange } from './cell.ts'
import type { Ask, LargeFirm } from './large-firm.ts'
import { hiddenIds } from './panel-cells.ts'

export type Occasion = 'home' | 'message' | 'press'

/** `POST /gmail/{occasion}`: always a card, and on it as little as in any other answer. */
export async function gmailCells(firm: LargeFirm, occasion: Occasion): Promise<Cell[]> {
  const send = await senderFor(firm, occasion)
  if (occasion !== 'press') {
    const opened = SOME_ROLES.map(async (role) => ({ role, what: 'as it opens', ask: await send(role), status: 200 }))
    return Promise.all(opened)
  }
  const cells = READERS.flatMap((role) => [
    ...(['customer', 'order'] as const).flatMap((type) =>
      metBy(firm, role, type).flatMap((met) => INTENTS[type].map((on) => pressed(firm, send, role, met, on))),
    ),
    anothers(firm, send, role),
  ])
  return Promise.all(cells)
}

/** Cards are drawn of the same panel that `/v1/panel` answers with, for everybody; here for one of each sort. */
const READERS: readonly Role[] = ['sales_rep', 'merchandiser', 'planner', 'finance', 'gm', 'admin']

type Send = (role: Role, intent?: Intent, bearer?: string) => Promise<Ask>
type On = (id: string) => Intent

/** To look at a record, to do something with it, to write of it; none does anything that could be done only once. */
const INTENTS: Readonly<Record<'customer' | 'order', readonly On[]>> = {
  customer: [
    (id) => ({ kind: 'record', target: { type: 'customer', id } }),
    (id) => submit('timeline', 'add-note', { type: 'customer', id, version: 9 }),
  ],
  order: [
    (id) => ({ kind: 'record', target: { type: 'order', id } }),
    (id) => submit('orders', 'advance-order', { type: 'order', id, version: 1 }),
    (id) => submit('orders', 'write-status', { type: 'order', id }),
  ],
}

const submit = (section: string, action: string, target: Target): Intent => ({
  kind: 'submit',
  section,
  action,
  target,
  optional: [],
})

async function pressed(firm: LargeFirm, send: Send, role: Role, met: Met, on: On): Promise<Cell> {
  const intent = on(met.id)
  return {
    role,
    what: `${intent.kind}: ${met.type} ${met.whose}`,
    ask: await send(role, intent),
    status: 200,
    hides: hiddenIds(firm, met),
    ...(met.seen ? {} : { absent: await send(role, on(ABSENT)) }),
  }
}

/** What was signed for somebody else says nothing to whoever found it. */
async function anothers(firm: LargeFirm, send: Send, role: Role): Promise<Cell> {
  const customer = strange(firm, 'customer')
  const signed = await send(
    role,
    { kind: 'record', target: { type: 'customer', id: customer.id } },
    firm.people.other.id,
  )
  return { role, what: "another's press", ask: signed, status: 200, says: 'popToRoot', hides: [customer.id] }
}

/** The mail that the tests' Gmail has of whom the stranger's customer knows. */
const MAIL = '03_br_resposta_cotacao'

/** What Google sends for somebody with an account of the name that the firm knows them by. */
async function senderFor({ tenantId, people }: LargeFirm, occasion: Occasion): Promise<Send> {
  const [mailbox] = inject('gmail').mailboxes
  const system = await systemToken(`${google.origin}/gmail/${occasion}`)
  const key = await signingKey(google.cardSecret)
  return async (role, intent, bearer = people.readers[role].id) => {
    const token = intent && (await signIntent(intent, { user: bearer, message: null }, { key, now: NOW, id: newId() }))
    return {
      method: 'POST',
      path: `/gmail/${occasion}`,
      headers: { Authorization: `Bearer ${system}` },
      body: {
        commonEventObject: {
          hostApp: 'GMAIL',
          platform: 'WEB',
          userLocale: 'en',
          ...(token ? { parameters: { [TOKEN]: token } } : {}),
        },
        authorizationEventObject: {
          userOAuthToken: mailbox?.token,
          userIdToken: await userToken({ sub: `${tenantId}/${role}` }),
          authorizedScopes: SCOPES.message,
        },
        ...(occasion === 'message' ? { gmail: { messageId: mailbox?.ids[MAIL], accessToken: 'for-this-mail' } } : {}),
      },
    }
  }
}
