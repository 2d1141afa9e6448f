import type { RecordRef } from '#shared/api.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { connectWorker } from './call-worker.ts'
import { draftsIn } from './drafts.ts'
import { type Control, clearRemark } from './fields.ts'
import { follow } from './following.ts'
import { paneFrame } from './frame.ts'
import { connectOutlook, type Host, type OfficeColours } from './host.ts'
import { panelMemory } from './panel-memory.ts'
import { panelView } from './panel-view.ts'
import { keyOf } from './place.ts'
import { pageSession } from './session.ts'
import { signIn } from './sign-in.ts'
import { submissionsIn } from './submissions.ts'
import { submitting } from './submitting.ts'
import { themeOf } from './theme.ts'
import { wordsIn } from './words.ts'

/** The Outlook pane: puts its parts together and hands them what happens on the page and in Outlook. */
const host = await connectOutlook()
const language = languageOf(host?.language ?? navigator.language)
document.documentElement.lang = language
keepTheme(host)
const words = wordsIn(language)
const frame = paneFrame(words)
if (host) start(host)
else {
  frame.trouble(words('outside'), true)
  frame.on('retry', () => location.reload())
}

function start(host: Host): void {
  const session = pageSession(() => sessionStorage)
  const drafts = draftsIn(session)
  const pane = {
    host,
    worker: connectWorker(() => signIn(host, { prompt: false }), language),
    frame,
    view: panelView(frame.panel, drafts),
    memory: panelMemory(),
    words,
    language,
  }
  const following = follow(pane)
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
    const { openType, openId } = (target as Element).closest<HTMLElement>('[data-open-type]')?.dataset ?? {}
    if (openType && openId) following.open({ type: openType as RecordRef['type'], id: openId })
  })
  frame.on('back', following.back)
  frame.on('retry', () => void following.refresh())
  frame.on('refresh', () => void following.refresh())
  frame.on('sign-in', async () => {
    const outcome = await signIn(host, { prompt: true })
    if (outcome.kind === 'signed-in') return following.refresh()
    frame.signedOut(
      outcome.kind === 'signed-out' ? words('signInFailed', { code: String(outcome.code) }) : words('noAnswer'),
    )
  })

  host.onItemChange(following.look)
  // Outlook does not tell of every mail: not of drafts in a thread, nor of encrypted ones.
  window.addEventListener('focus', following.look)
  document.addEventListener('visibilitychange', () => document.hidden || following.look())
  window.addEventListener('online', () => void following.refresh())
  following.look()
}

/** The pane looks like the Outlook around it, and changes with it. */
function keepTheme(host: Host | null): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)')
  let colours: OfficeColours | null = host?.theme ?? null
  const apply = () => {
    document.body.dataset.theme = themeOf(colours, { dark: dark.matches, contrast: contrast.matches })
  }
  for (const wish of [dark, contrast]) wish.addEventListener('change', apply)
  host?.onThemeChange((changed) => {
    colours = changed
    apply()
  })
  apply()
}
