import type { RecordRef } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Worker } from './call-worker.ts'
import type { Frame } from './frame.ts'
import type { Place } from './place.ts'
import { searchBox } from './search-box.ts'
import { searchWords } from './search-words.ts'

interface Surroundings {
  readonly frame: Frame
  readonly worker: Pick<Worker, 'search'>
  readonly language: Language
  readonly place: () => Place
  readonly open: (record: RecordRef) => void
}

/**
 * The search above a panel: open where nothing else is shown, behind a button beside a mail or a record. Answers with the
 * frame that the panel is to be shown in: whoever is signed out searches nothing.
 */
export function withSearch({ frame, worker, language, place, open }: Surroundings): Frame {
  const box = searchBox({ language, ask: worker.search, open })
  const button = document.createElement('button')
  Object.assign(button, { id: 'to-search', type: 'button', className: 'quiet', hidden: true })
  button.textContent = searchWords(language)('hint')
  button.addEventListener('click', () => {
    put(!box.isConnected)
    box.querySelector('input')?.focus()
  })
  document.querySelector('header')?.prepend(button)
  let shownAt = ''

  function put(there: boolean): void {
    if (!there) box.remove()
    else if (!box.isConnected) button.after(box)
    button.setAttribute('aria-expanded', String(there))
  }

  function offer(): void {
    const { message, shown, opened } = place()
    const home = !message && !shown && !opened
    const now = JSON.stringify([message?.messageId, shown, opened])
    button.hidden = home
    // What somebody opened at a place stays open there.
    if (home) put(true)
    else if (now !== shownAt) put(false)
    shownAt = now
  }

  return {
    ...frame,
    showing(head, asOf) {
      offer()
      frame.showing(head, asOf)
    },
    signedOut(why) {
      button.hidden = true
      put(false)
      frame.signedOut(why)
    },
  }
}
