import type { Attachment } from '#shared/api.ts'
import { fileLink } from './file-link.ts'
import type { Words } from './words.ts'

/** What stands around the panel, and in its place while there is none. The host owns these states alone. */
export interface Frame {
  readonly panel: HTMLElement
  /** A panel is coming for `title`, and none is known. */
  loading(title: string): void
  /** The panel is on the page. `asOf` is given while a newer one is on its way. */
  showing(head: { readonly title: string; readonly subtitle?: string }, asOf: string | null): void
  signedOut(why: string): void
  /** Said above the panel, or in its place while there is none. Null takes it away. */
  trouble(why: string | null, instead?: boolean): void
  /** What is open in the host, by its name there. */
  beside(name: string | null): void
  /** The way back from an opened record: to what it was opened beside, or to the panel without anything. */
  offerBack(to: 'beside' | 'home' | null): void
  /** Said over the panel until it is dismissed; what went well goes away by itself. */
  /** With files to be got, it stays until it is dismissed. */
  tell(message: string, tone: 'good' | 'warning' | 'danger', files?: readonly Attachment[]): void
  dismiss(): void
  /** For those who hear the page. */
  announce(words: string): void
  on(button: 'back' | 'retry' | 'refresh' | 'sign-in', pressed: () => void): void
  focusTitle(): void
}

const PASSING_MS = 6_000

export function paneFrame(words: Words): Frame {
  const at = (id: string) => document.getElementById(id) as HTMLElement
  const say = (id: string, sentence: string) => {
    if (at(id).textContent !== sentence) at(id).textContent = sentence
  }
  const main = document.querySelector('main') as HTMLElement

  function only(state: 'skeleton' | 'welcome' | 'panel' | 'nothing'): void {
    for (const id of ['skeleton', 'welcome', 'panel']) at(id).hidden = id !== state
    main.setAttribute('aria-busy', String(state === 'skeleton'))
    at('refresh').hidden = state !== 'panel'
  }

  let passing: ReturnType<typeof setTimeout> | undefined
  function dismiss(): void {
    clearTimeout(passing)
    say('message', '')
    at('files').replaceChildren()
    at('notice').removeAttribute('data-tone')
    at('dismiss').hidden = true
  }

  say('retry', words('retry'))
  say('refresh', words('refresh'))
  say('sign-in', words('signIn'))
  say('welcome-title', words('welcome'))
  say('welcome-text', words('value'))
  at('dismiss').setAttribute('aria-label', words('dismiss'))
  at('dismiss').addEventListener('click', dismiss)

  return {
    panel: at('panel'),
    loading(title) {
      say('title', title)
      say('subtitle', words('loading'))
      at('as-of').hidden = true
      only('skeleton')
    },
    showing({ title, subtitle }, asOf) {
      say('title', title)
      say('subtitle', subtitle ?? '')
      say('as-of', asOf ?? '')
      at('as-of').hidden = asOf === null
      only('panel')
      main.setAttribute('aria-busy', String(asOf !== null))
    },
    signedOut(why) {
      say('title', 'Quayside')
      say('subtitle', '')
      say('sign-in-trouble', why)
      at('as-of').hidden = true
      only('welcome')
    },
    trouble(why, instead = false) {
      say('trouble-text', why ?? '')
      at('trouble').hidden = why === null
      if (instead) {
        say('subtitle', '')
        only('nothing')
      }
    },
    beside: (name) => say('beside', name === null ? '' : words('beside', { name })),
    offerBack: (to) => {
      at('back').hidden = to === null
      say('back', words(to === 'home' ? 'backHome' : 'back'))
    },
    tell(message, tone, files = []) {
      dismiss()
      at('files').append(...files.map(fileLink))
      if (tone === 'good' && files.length === 0) passing = setTimeout(dismiss, PASSING_MS)
      say('message', message)
      at('notice').dataset.tone = tone
      at('dismiss').hidden = false
    },
    dismiss,
    announce: (spoken) => say('announcement', spoken),
    on: (button, pressed) => at(button).addEventListener('click', pressed),
    focusTitle: () => at('title').focus({ preventScroll: true }),
  }
}
