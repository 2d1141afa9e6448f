import { type Language, languageOf, say } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import { paneFrame } from '../../pane/src/frame.ts'
import type { Beside, Place } from '../../pane/src/place.ts'
import { startPane } from '../../pane/src/start.ts'
import { keepTheme } from '../../pane/src/theme.ts'
import { wordsIn } from '../../pane/src/words.ts'
import { connectOutlook, type Host } from './host.ts'
import { signingIn } from './sign-in.ts'
import { NO_SUBJECT, OTHER_ACCOUNT, OUTSIDE, WORDS } from './words.ts'

/** The Outlook pane: the panel of the mail that is open in Outlook. */
const host = await connectOutlook()
const language = languageOf(host?.language ?? navigator.language)
document.documentElement.lang = language
const recolour = keepTheme(host?.theme ?? null)
const words = wordsIn(language, WORDS)
const frame = paneFrame(words)
if (host) start(host)
else {
  frame.trouble(OUTSIDE[language], true)
  frame.on('retry', () => location.reload())
}

function start(host: Host): void {
  host.onThemeChange(recolour)
  const beside: Beside = {
    surface: 'outlook',
    place: () => placeIn(host, language),
    more: async ({ message }) => {
      if (message === null) return null
      const [letter, headers] = await Promise.all([host.readLetter(message), host.readHeaders(message)])
      return letter || headers ? { ...headers, letter } : null
    },
    readMail: async ({ message }) => (message === null ? null : host.readMail(message)),
    reply: async ({ html, attachments = [] }, { message }) =>
      message !== null && host.reply(html, attachments, message),
  }
  const signIn = signingIn(host, (account, mailbox) =>
    frame.tell(say(OTHER_ACCOUNT, language, { account: plain(account), mailbox: plain(mailbox) }), 'warning'),
  )
  const following = startPane({ beside, signIn, frame, words, language })
  // Of drafts in a thread and of encrypted mails Outlook does not tell; the pane looks again when it gets the focus.
  host.onItemChange(following.look)
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[target]')
    if (link && host.openPage(link.href)) event.preventDefault()
  })
}

function placeIn(host: Host, language: Language): Place {
  const message = host.readMessage()
  return { account: host.account(), message, name: message && (message.subject || NO_SUBJECT[language]) }
}
