import type { RecordRef } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import { connectWorker, type SignIn } from './call-worker.ts'
import { draftsIn } from './drafts.ts'
import { type Control, clearRemark } from './fields.ts'
import { type Following, follow } from './following.ts'
import type { Frame } from './frame.ts'
import { panelMemory } from './panel-memory.ts'
import { panelView } from './panel-view.ts'
import { type Beside, keyOf } from './place.ts'
import { withSearch } from './search-part.ts'
import { pageSession } from './session.ts'
import { submissionsIn } from './submissions.ts'
import { submitting } from './submitting.ts'
import type { Words } from './words.ts'

/** What a host brings along. */
interface Surroundings {
  readonly beside: Beside
  /** `prompt`: the reader has pressed the button and may be asked. */
  readonly signIn: (options: { readonly prompt: boolean }) => Promise<SignIn>
  readonly frame: Frame
  readonly words: Words
  readonly language: Language
  /** Where the Worker is, when it is not where the page came from. */
  readonly origin?: string
}

/** Puts the parts of a pane together and hands them what happens on the page. The host tells of the rest by `look`. */
export function startPane({ beside, signIn, frame: bare, words, language, origin }: Surroundings): Following {
  const session = pageSession(() => sessionStorage)
  const drafts = draftsIn(session)
  const worker = connectWorker(() => signIn({ prompt: false }), language, origin)
  // A wide page has its search in its bar.
  const frame = beside.wide
    ? bare
    : withSearch({ frame: bare, worker, language, place: () => following.place, open: (record) => open(record) })
  const pane = {
    beside,
    worker,
    frame,
    view: panelView(frame.panel, drafts, beside.wide),
    memory: panelMemory(),
    words,
    language,
  }
  const following: Following = follow(pane)
  const open = beside.open ?? following.open
  const submit = submitting(
    pane,
    following,
    drafts,
    submissionsIn(session, () => crypto.randomUUID()),
  )

  frame.panel.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(event.target as HTMLFormElement)
  })
  frame.panel.addEventListener('input', ({ target }) => {
    drafts.keep(keyOf(following.place), target as Control)
    clearRemark(target as Control)
  })
  frame.panel.addEventListener('click', ({ target }) => {
    const { openType, openId, see } =
      (target as Element).closest<HTMLElement>('[data-open-type], [data-see]')?.dataset ?? {}
    if (see) following.turn(see)
    if (openType && openId) open({ type: openType as RecordRef['type'], id: openId })
  })
  frame.on('back', following.back)
  frame.on('retry', () => void following.refresh())
  frame.on('refresh', () => void following.refresh())
  frame.on('sign-in', async () => {
    const outcome = await signIn({ prompt: true })
    if (outcome.kind === 'signed-in' || outcome.kind === 'session') return following.refresh()
    frame.signedOut(
      outcome.kind === 'signed-out' ? words('signInFailed', { code: String(outcome.code) }) : words('noAnswer'),
    )
  })

  // Hosts do not tell of everything that is opened in them.
  window.addEventListener('focus', following.look)
  document.addEventListener('visibilitychange', () => document.hidden || following.look())
  window.addEventListener('online', () => void following.refresh())
  following.look()
  return following
}
