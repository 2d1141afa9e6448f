import { DESK_ACCESS, DESK_BOARD, DESK_MAILS, deskPath } from '#shared/desk/path.ts'
import { acceptedLanguage, type Language } from '#shared/i18n/language.ts'
import { callWorker } from '../../pane/src/call-worker.ts'
import { type Frame, paneFrame } from '../../pane/src/frame.ts'
import { searchBox } from '../../pane/src/search-box.ts'
import { keepTheme } from '../../pane/src/theme.ts'
import { type Words, wordsIn } from '../../pane/src/words.ts'
import { at } from './element.ts'
import { beginSession, endSession, type SignedIn, whoIsSignedIn } from './session.ts'
import { notSignedIn, tokenOfReader } from './sign-in.ts'
import { type DeskWords, deskWords, PANEL_WORDS } from './words.ts'

/** What every page of the desk begins with. */
export interface DeskPage {
  readonly language: Language
  readonly words: Words
  readonly own: DeskWords
  readonly frame: Frame
  /** At the end the page is loaded anew, at the very address that was asked for: nothing of it is passed on. */
  readonly signIn: () => Promise<never>
  /** What the page is about, above its own title and in the window's. */
  readonly named: (what: { readonly label: string; readonly title: string | null } | null) => void
}

/** Opens a page for whoever is signed in; who is not signs in on it. Without a `start` there is nothing at this address. */
export async function openPage(start: ((page: DeskPage, person: SignedIn) => void) | null): Promise<void> {
  const wishes = navigator.languages.join(',')
  keepTheme(null)
  const answer = await whoIsSignedIn(wishes)
  const person = answer.kind === 'answer' ? answer.answer : null
  const language = person?.language ?? acceptedLanguage(wishes) ?? 'en'
  const words = wordsIn(language, PANEL_WORDS)
  const own = deskWords(language)
  const frame = paneFrame(words)
  document.documentElement.lang = language

  async function signIn(): Promise<never> {
    for (;;) {
      const reply = await beginSession(await tokenOfReader(own), wishes)
      if (reply.kind === 'answer') break
      notSignedIn(own)
    }
    location.reload()
    return new Promise(() => {})
  }

  if (start === null) frame.trouble(own('noPage'), true)
  else if (person) {
    offerSignOut(person, own, frame)
    offerSearch(language)
    start({ language, words, own, frame, signIn, named }, person)
  } else if (answer.kind === 'signed-out') {
    frame.signedOut('')
    void signIn()
  } else frame.trouble(words('unreachable'), true)
  if (!person) frame.on('retry', () => location.reload())
}

function offerSignOut({ alias, keepsAccess }: SignedIn, own: DeskWords, frame: Frame): void {
  at('person').textContent = alias
  const ways = [
    ['board', DESK_BOARD, true],
    ['mails', DESK_MAILS, keepsAccess],
    ['access', DESK_ACCESS, keepsAccess],
  ] as const
  for (const [name, path, isTheirs] of ways) {
    at(`to-${name}`).textContent = own(name)
    at(`to-${name}`).hidden = !isTheirs || location.pathname === path
  }
  at('sign-out').textContent = own('signOut')
  at('sign-out').hidden = false
  at('sign-out').addEventListener('click', async () => {
    if (await endSession()) location.reload()
    else frame.tell(own('notSignedOut'), 'danger')
  })
}

/** In the bar of every page; each record has a page of its own. */
function offerSearch(language: Language): void {
  const box = searchBox({
    language,
    ask: (path) => callWorker({ kind: 'session' }, path, { language }),
    open: ({ type, id }) => location.assign(deskPath(type, id)),
  })
  at('to-board').before(box)
}

function named(what: { readonly label: string; readonly title: string | null } | null): void {
  at('kind').textContent = what ? [what.label, what.title].filter(Boolean).join(' ') : ''
  document.title = what ? `${what.title ?? what.label} · Quayside` : 'Quayside'
}
