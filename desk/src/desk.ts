import { deskPath, recordAt } from '#shared/desk/path.ts'
import { acceptedLanguage } from '#shared/i18n/language.ts'
import { paneFrame } from '../../pane/src/frame.ts'
import { startPane } from '../../pane/src/start.ts'
import { keepTheme } from '../../pane/src/theme.ts'
import { wordsIn } from '../../pane/src/words.ts'
import { at } from './element.ts'
import { historyOf } from './history.ts'
import { beginSession, endSession, type SignedIn, whoIsSignedIn } from './session.ts'
import { notSignedIn, tokenOfReader } from './sign-in.ts'
import { deskWords, PANEL_WORDS } from './words.ts'

/** A wide page of the desk: the panel of the record in its address, or of none, and the record's history. */
const record = recordAt(location.pathname)
const wishes = navigator.languages.join(',')
keepTheme(null)
document.body.dataset.page = record?.type ?? 'home'

const answer = await whoIsSignedIn(wishes)
const person = answer.kind === 'answer' ? answer.answer : null
const language = person?.language ?? acceptedLanguage(wishes) ?? 'en'
const words = wordsIn(language, PANEL_WORDS)
const own = deskWords(language)
const frame = paneFrame(words)
document.documentElement.lang = language

if (record === undefined) frame.trouble(own('noPage'), true)
else if (person) start(person)
else if (answer.kind === 'signed-out') {
  frame.signedOut('')
  void signIn()
} else frame.trouble(words('unreachable'), true)
if (!person) frame.on('retry', () => location.reload())

/** At the end the page is loaded anew, at the very address that was asked for: nothing of it is passed on. */
async function signIn(): Promise<never> {
  for (;;) {
    const reply = await beginSession(await tokenOfReader(own), wishes)
    if (reply.kind === 'answer') break
    notSignedIn(own)
  }
  location.reload()
  return new Promise(() => {})
}

function start({ id, alias }: SignedIn): void {
  const history = record && historyOf({ record, language, words: own, named })
  at('person').textContent = alias
  at('sign-out').textContent = own('signOut')
  at('sign-out').hidden = false
  at('sign-out').addEventListener('click', async () => {
    if (await endSession()) location.reload()
    else frame.tell(own('notSignedOut'), 'danger')
  })
  startPane({
    beside: {
      surface: 'desk',
      wide: true,
      place: () => ({ account: id, message: null, ...(record ? { shown: record } : {}), name: null }),
      // Each has a page of its own: the browser's way back is the way back.
      open: (opened) => location.assign(deskPath(opened.type, opened.id)),
      saved: () => void history?.load(),
    },
    signIn: async ({ prompt }) => (prompt ? signIn() : { kind: 'session' }),
    frame: {
      ...frame,
      signedOut(why) {
        history?.clear()
        named(null)
        frame.signedOut(why)
      },
    },
    words,
    language,
  })
  void history?.load()
  frame.on('refresh', () => void history?.load())
}

/** What the page is about, above the panel's own title and in the window's. */
function named(what: { readonly label: string; readonly title: string | null } | null): void {
  at('kind').textContent = what ? [what.label, what.title].filter(Boolean).join(' ') : ''
  document.title = what ? `${what.title ?? what.label} · Quayside` : 'Quayside'
}
