import type { ActionAnswer, Message, RecordRef } from '#shared/api.ts'
import { said, type WorkerProblem } from './call-worker.ts'
import { fileItself } from './filing.ts'
import type { Pane } from './pane.ts'
import { have, type PanelState, patched } from './panel-state.ts'
import { besideOf, keyOf, type MoreOfMessage, type Place, recordOf } from './place.ts'
import { noteReader } from './reader.ts'
import { clockTime } from './words.ts'

export interface Following {
  readonly place: Place
  /** The mail of `at` with all that is known of it. */
  messageOf(at: Place): Message | null
  /** Goes to what is open in the host now. At the same place still, an old panel is asked for anew. */
  look(): void
  refresh(): Promise<void>
  /** Turns to another part of a list on the panel, and stays with it there. */
  turn(see: string): void
  /** What part of it that is. */
  seen(at: Place): string | undefined
  open(record: RecordRef): void
  back(): void
  /** Shows what an action done at `place` has changed. */
  take(place: Place, answer: ActionAnswer | WorkerProblem): Promise<void>
  signOut(why?: string): void
}

/** People run down their mails with the arrow key; only where they stop is worth a question. */
const DEBOUNCE_MS = 150
const FRESH_MS = 60_000

/** Keeps the panel that of what is open in the host, or of a record opened beside it. */
export function follow({ beside, worker, frame, view, memory, words, language }: Pane): Following {
  let place: Place | undefined
  /** Only the answer to the last question counts: one for an earlier mail is never shown. */
  let question = 0
  let askedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let announced = true
  let signedOut = false
  let putReaderBack: (() => void) | undefined
  /** Where in lists the reader has turned to, by place: it outlasts every refresh. */
  const turned = new Map<string, string>()
  /** Of the last mail whose letter was asked for. */
  let told: { readonly mail: string; readonly more: MoreOfMessage } | undefined

  /** Mails that were to be filed by themselves: each is tried once. */
  const filed = new Set<string>()

  function go(next: Place, delayMs: number): void {
    place = next
    question++
    askedAt = performance.now()
    announced = false
    frame.announce('')
    frame.dismiss()
    frame.trouble(null)
    frame.offerBack(next.opened ? (next.name === null ? 'home' : 'beside') : null)
    frame.beside(next.name)
    const known = memory.get(keyOf(next))
    if (known) draw(next, known, { old: true })
    else {
      view.clear()
      if (!signedOut) frame.loading(next.message?.from?.name || next.message?.from?.address || 'Quayside')
    }
    clearTimeout(timer)
    timer = setTimeout(settle, delayMs)
  }

  /** At the moment of the event the host may not yet have the new mail; once it is quiet, it does. */
  function settle(): void {
    const now = beside.place()
    if (isElsewhere(now)) go(now, DEBOUNCE_MS)
    else void refresh()
  }

  const isElsewhere = (now: Place) => !place || keyOf(now) !== keyOf(besideOf(place))

  async function refresh(): Promise<void> {
    if (!place) return
    const at = place
    const asked = ++question
    askedAt = performance.now()
    const known = memory.get(keyOf(at))
    const record = recordOf(at)
    const see = seen(at)
    const more = told?.mail === mailOf(at) ? told.more : known?.reads ? await moreOf(at) : undefined
    if (asked !== question) return
    const reply = await worker.panel({
      host: beside.surface,
      render: 'html',
      have: have(known),
      ...(at.message ? { message: { ...at.message, ...more } } : {}),
      ...(record ? { record } : {}),
      ...(see ? { see } : {}),
    })
    if (asked !== question) return
    switch (reply.kind) {
      case 'answer':
        accept(at, patched(known, reply.answer, reply.answer))
        if (reply.answer.reads && more === undefined && beside.more) return refresh()
        return reply.answer.files ? itself(at) : undefined
      case 'problem':
        return frame.trouble(words('problem', said(reply.problem)), !known)
      case 'unreachable':
        return frame.trouble([words('unreachable'), known ? stillShown(known) : ''].join(' ').trim(), !known)
      case 'signed-out':
        return signOut(reply.code === undefined ? words('notAccepted') : '')
    }
  }

  /** Nobody waits for it, and nobody is told when it does not come to pass: the press that files stands in the panel. */
  async function itself(at: Place): Promise<void> {
    const mail = mailOf(at)
    if (filed.has(mail)) return
    filed.add(mail)
    const done = await fileItself({ beside, worker }, at)
    if (done === null) filed.delete(mail)
    if (done && at === place) await refresh()
  }

  /** A mail never changes, so that its host is asked once. */
  async function moreOf(at: Place): Promise<MoreOfMessage | null> {
    const more = (await beside.more?.(at)) ?? null
    if (more?.letter) told = { mail: mailOf(at), more }
    return more
  }

  const seen = (at: Place) => turned.get(keyOf(at)) ?? beside.see

  const mailOf = (at: Place) => keyOf({ account: at.account, message: at.message, name: null })

  function accept(at: Place, state: PanelState): void {
    signedOut = false
    memory.set(keyOf(at), state)
    frame.trouble(null)
    draw(at, state, { old: false })
  }

  function draw(at: Place, state: PanelState, { old }: { readonly old: boolean }): void {
    frame.showing(state, old ? words('asOf', { time: timeOf(state) }) : null)
    view.show(keyOf(at), state)
    if (!announced) frame.announce([state.title, state.subtitle].filter(Boolean).join(', '))
    announced = true
  }

  const timeOf = (state: PanelState) => clockTime(state.asOf, Date.now(), language)
  const stillShown = (state: PanelState) => words('stillShown', { time: timeOf(state) })

  function signOut(why = ''): void {
    signedOut = true
    question++
    memory.clear()
    told = undefined
    view.clear()
    frame.announce('')
    frame.trouble(null)
    frame.signedOut(why)
  }

  return {
    get place() {
      return place ?? beside.place()
    },
    look() {
      const now = beside.place()
      if (isElsewhere(now)) go(now, place ? DEBOUNCE_MS : 0)
      else if (performance.now() - askedAt > FRESH_MS) void refresh()
    },
    messageOf: (at) => at.message && { ...at.message, ...(told?.mail === mailOf(at) ? told.more : {}) },
    refresh,
    turn(see) {
      if (!place) return
      turned.set(keyOf(place), see)
      void refresh()
    },
    seen,
    open(record) {
      const { scrollY } = window
      if (!place) return
      if (!place.opened) {
        const note = noteReader(frame.panel)
        putReaderBack = () => {
          note()
          window.scrollTo(0, scrollY)
        }
      }
      go({ ...place, opened: record }, 0)
      frame.focusTitle()
    },
    back() {
      if (place) go(besideOf(place), 0)
      putReaderBack?.()
      putReaderBack = undefined
    },
    async take(at, answer) {
      // The answer is of the mail's panel: a record's own has to be asked for, and one left behind is out of date.
      if (at !== place) return memory.forget(keyOf(at))
      const known = memory.get(keyOf(at))
      if (recordOf(at) || !known || !answer.order || !answer.sections) return refresh()
      question++
      const head = answer.outcome === 'saved' ? (answer as ActionAnswer) : known
      accept(at, patched(known, head, { order: answer.order, sections: answer.sections }))
      if (head.reads && beside.more) void refresh()
    },
    signOut,
  }
}
