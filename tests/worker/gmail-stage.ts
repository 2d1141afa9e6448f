import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { inject } from 'vitest'
import { TOKEN } from '#shared/panel/render/card-intent.ts'
import type { Card, CardWidget, OnClick } from '#shared/panel/render/card-json.ts'
import type { Answer } from '../../gmail-addon/src/navigation.ts'
import { SCOPES, WRITING } from '../../gmail-addon/src/scopes.ts'
import { createApp } from '../../worker/src/app.ts'
import { r2Files } from '../../worker/src/files/r2.ts'
// Loaded here, and not while a card waits for Gmail: made ready for the tests it takes longer than a card may.
import '../../worker/src/http/gmail-answer.ts'
import '../../worker/src/mail/gmail-call.ts'
import type { Firm } from './firm.ts'
import { NOW, newId } from './firm.ts'
import { google, systemToken, userToken } from './identity/google-tokens.ts'

const { url, faults, mailboxes } = inject('gmail')

export const TRILHA = '03_br_resposta_cotacao'

const appWith = (gmailApi: string, now = NOW) =>
  createApp({
    now: () => now,
    newId,
    issuers: [],
    version: 'test',
    google: { ...google, gmailApi },
    files: r2Files(env.FILES),
    tellFigures: true,
  })

export interface Sent {
  /** A mail of the mailbox; null on the homepage. */
  readonly mail?: string | null
  readonly pressed?: string
  readonly inputs?: object
  /** In the place of what Google would send. */
  readonly event?: (event: GoogleEvent) => object
  readonly system?: string
  readonly user?: string
  /** A fault of `tests/hosts/gmail-faults.ts`, met in the place of the mail. */
  readonly fault?: string
  /** A fault that is met where a draft is to be made, beside a mail of a buyer. */
  readonly draftFault?: string
  /** ms later than the test's moment. */
  readonly later?: number
}

export interface GoogleEvent {
  commonEventObject: Record<string, unknown>
  authorizationEventObject: Record<string, unknown>
  gmail?: Record<string, unknown>
}

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: Google's answers are read in tests by their documented shape
  readonly body: any
  readonly text: string
  readonly trips: number
  readonly rowsRead: number
}

/** One of the firm's people with the add-on open in their Gmail: `mailbox` is whose mails they have. */
export async function gmailOf(firm: Firm, userId: string, mailbox = 0) {
  const subject = `${firm.tenantId}/${userId}`
  await env.DB.prepare('INSERT INTO identities (issuer, subject, tenant_id, user_id) VALUES (?, ?, ?, ?)')
    .bind('google', subject, firm.tenantId, userId)
    .run()
  const own = mailboxes[mailbox]

  return async function send(occasion: 'home' | 'message' | 'press', sent: Sent = {}): Promise<Answered> {
    const address = `${google.origin}/gmail/${occasion}`
    const { mail = occasion === 'home' ? null : TRILHA, draftFault, fault = draftFault && 'of-a-buyer' } = sent
    const event: GoogleEvent = {
      commonEventObject: {
        hostApp: 'GMAIL',
        platform: 'WEB',
        userLocale: 'en-US',
        timeZone: { id: 'Asia/Shanghai', offset: '28800000' },
        ...(sent.pressed ? { parameters: { [TOKEN]: sent.pressed } } : {}),
        ...(sent.inputs ? { formInputs: sent.inputs } : {}),
      },
      authorizationEventObject: {
        userOAuthToken: own?.token,
        userIdToken: sent.user ?? (await userToken({ sub: subject })),
        systemIdToken: 'x',
        authorizedScopes: [...SCOPES.message, ...WRITING],
      },
      ...(mail === null
        ? {}
        : { gmail: { messageId: fault ?? own?.ids[mail] ?? mail, accessToken: draftFault ?? 'for-this-mail' } }),
    }
    const execution = createExecutionContext()
    const response = await appWith(fault ? faults : url, NOW + (sent.later ?? 0)).request(
      address,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${sent.system ?? (await systemToken(address))}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(sent.event ? sent.event(event) : event),
      },
      { DB: env.DB, ASSETS: env.ASSETS },
      execution,
    )
    await waitOnExecutionContext(execution)
    const text = await response.text()
    const figures = /trips=(\d+) read=(\d+)/.exec(response.headers.get('Server-Timing') ?? '')
    return {
      status: response.status,
      text,
      body: JSON.parse(text),
      trips: Number(figures?.[1]),
      rowsRead: Number(figures?.[2]),
    }
  }
}

/** The card that is seen after an answer: the last one it brings. */
export function cardOf({ body }: Answered): Card {
  const { action } = 'renderActions' in (body as Answer) ? body.renderActions : body
  const cards = action.navigations.flatMap((one: { pushCard?: Card; updateCard?: Card }) => {
    const card = one.pushCard ?? one.updateCard
    return card ? [card] : []
  })
  return cards.at(-1)
}

const clicksOf = (widget: CardWidget): [string, OnClick][] => {
  if ('buttonList' in widget) return widget.buttonList.buttons.map(({ text, onClick }) => [text, onClick])
  if ('decoratedText' in widget && widget.decoratedText.onClick) {
    return [[widget.decoratedText.text, widget.decoratedText.onClick]]
  }
  return []
}

/** The signed token behind what is pressed on a card: the first button or row whose text holds the words. */
export function tokenOf(card: Card, words: string): string {
  const clicks = card.sections.flatMap(({ widgets }) => widgets.flatMap(clicksOf))
  const found = clicks.find(([text]) => text.includes(words))?.[1]
  if (!found || !('action' in found)) {
    throw new Error(`nothing to press says ${words}: ${clicks.map(([text]) => text).join(' | ')}`)
  }
  return found.action.parameters[0]?.value ?? ''
}

/** The names of a card's inputs by the field they ask for. */
export function inputNames(card: Card): Record<string, string> {
  const names = card.sections.flatMap(({ widgets }) =>
    widgets.flatMap((widget) =>
      'textInput' in widget
        ? [widget.textInput.name]
        : 'dateTimePicker' in widget
          ? [widget.dateTimePicker.name]
          : 'selectionInput' in widget
            ? [widget.selectionInput.name]
            : [],
    ),
  )
  return Object.fromEntries(names.map((name) => [name.slice(name.lastIndexOf('/') + 1), name]))
}

export const typed = (value: string) => ({ stringInputs: { value: [value] } })
export const picked = (date: string) => ({ dateInput: { msSinceEpoch: String(Date.parse(`${date}T00:00:00Z`)) } })
