import type { Text } from '#shared/i18n/language.ts'
import type { CardAction } from '#shared/panel/render/card-json.ts'
import type { Scene } from '../page/scene.ts'
import { loginOf, type Staff } from '../page/session.ts'
import type { Surroundings, View } from '../page/view.ts'
import { callAddOn } from './call-add-on.ts'
import { back, type CardStack, type Outcome, opened, pressed } from './card-stack.ts'
import { askConsent } from './consent-sheet.ts'
import type { FormInputs, GmailCall, Moment } from './gmail-call.ts'
import { loadDraft } from './load-draft.ts'
import { SCOPES_AT_FIRST } from './scopes.ts'
import { type Notice, sidePanel } from './side-panel.ts'
import { WORDS } from './words.ts'

interface Actions {
  openPane(): void
  signIn(): void
}

/** The stand-in for Gmail: calls the add-on when Gmail would, and does with its answer what Gmail does. */
export function gmailView(surroundings: Surroundings, staff: readonly Staff[], actions: Actions): View {
  const { words, change } = surroundings
  let scene: Scene
  let begunFor: string | undefined
  let cards: CardStack = []
  /** The call that is not answered yet. */
  let calling: AbortController | null = null

  const panel = sidePanel(surroundings, {
    back: () => lay(back(cards), { focus: true }),
    close: () => change({ paneOpen: false }),
    call: press,
    open: openPage,
  })

  return {
    element: panel.element,
    show(now) {
      scene = now
      const { as, mailId, paneOpen, paneRun } = now
      const wanted = JSON.stringify([as, mailId, paneOpen, paneRun])
      if (wanted === begunFor) return
      begunFor = wanted
      begin()
    },
  }

  /** Another mail, another person: what was there is gone, and an answer that is still on its way is not for now. */
  function begin(): void {
    calling?.abort()
    calling = null
    panel.wait(false)
    lay([], { focus: false })
    const { mailId } = scene
    if (!scene.paneOpen) panel.say(notice(WORDS.closed, WORDS.open, actions.openPane))
    else if (!person()) panel.say(notice(WORDS.signedOut, WORDS.signIn, actions.signIn))
    else ask(mailId === null ? { occasion: 'home' } : { occasion: 'message', mailId }, opened, false)
  }

  /** One press at a time: the next card may be another one. */
  function press(action: CardAction, inputs: FormInputs): void {
    if (calling) return
    const beside = scene.mailId === null ? {} : { mailId: scene.mailId }
    ask({ occasion: 'press', action, inputs, ...beside }, (answer) => pressed(cards, answer), true)
  }

  async function ask(moment: Moment, read: (answer: unknown) => Outcome, focus: boolean): Promise<void> {
    const who = person()
    if (!who) return
    const again = () => ask(moment, read, true)
    calling = new AbortController()
    const { signal } = calling
    panel.say(null)
    panel.tell(null)
    panel.wait(true)
    const reply = scene.networkCut ? UNREACHABLE : await callAddOn(callOf(moment, who), signal)
    if (signal.aborted || !panel.element.isConnected) return
    calling = null
    panel.wait(false)
    if (reply.kind === 'unreachable') {
      return panel.say(notice(cards.length > 0 ? WORDS.notSent : WORDS.unreachable, WORDS.retry, again))
    }
    if (reply.kind === 'failed') return panel.say(notice(WORDS.failed, WORDS.retry, again, { status: reply.status }))
    try {
      const outcome = read(reply.answer)
      if (outcome.kind === 'consent') return await permit(outcome.scopes, who, again)
      lay(outcome.cards, { focus })
      if (outcome.told) panel.tell(outcome.told)
      if (outcome.link) openPage(outcome.link)
      if (outcome.draft) change({ draft: await loadDraft(who.email, outcome.draft), view: 'mail' })
    } catch (error) {
      console.error(error)
      panel.say(notice(WORDS.strange, WORDS.retry, again, { what: String(error) }))
    }
  }

  async function permit(scopes: readonly string[], { email }: Staff, again: () => void): Promise<void> {
    const allowed = await askConsent(surroundings, email, scopes)
    if (!allowed) return panel.say(notice(WORDS.withheld, WORDS.authorize, again))
    change({ consented: new Set(scene.consented).add(email) })
    again()
  }

  function lay(next: CardStack, options: { readonly focus: boolean }): void {
    panel.show(next, options)
    panel.say(null)
    cards = next
  }

  function callOf(moment: Moment, { email }: Staff): GmailCall {
    const { language, consentAsked, consented } = scene
    return {
      ...moment,
      as: email,
      locale: language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(consentAsked && !consented.has(email) ? { authorizedScopes: SCOPES_AT_FIRST } : {}),
    }
  }

  function notice(what: Text, label: Text, remedy: () => void, values: Record<string, string | number> = {}): Notice {
    return { sentence: words(what, values), label: words(label), remedy }
  }

  function person(): Staff | undefined {
    return staff.find((member) => loginOf(member) === scene.as)
  }
}

const UNREACHABLE = { kind: 'unreachable' } as const

function openPage(url: string): void {
  if (!/^https?:/i.test(url)) throw new TypeError(`no page: ${url}`)
  window.open(url, '_blank', 'noopener')
}
