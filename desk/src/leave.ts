import { acceptedLanguage } from '#shared/i18n/language.ts'
import { paneFrame } from '../../pane/src/frame.ts'
import { keepTheme } from '../../pane/src/theme.ts'
import { wordsIn } from '../../pane/src/words.ts'
import { at, element, isolated } from './element.ts'
import { type MailWords, mailWords } from './mail-words.ts'
import { PANEL_WORDS } from './words.ts'

/** Where a link of a mail leads, said before it is followed. Nobody has to be signed in, and nothing is asked of anybody. */
const language = acceptedLanguage(navigator.languages.join(',')) ?? 'en'
const say = mailWords(language)
const frame = paneFrame(wordsIn(language, PANEL_WORDS))
document.documentElement.lang = language
document.body.dataset.page = 'leave'
keepTheme(null)
at('kind').textContent = say('link')
at('refresh').hidden = true
show()
window.addEventListener('hashchange', show)

function show(): void {
  const address = addressOf(location.hash.slice(1))
  if (address) {
    frame.trouble(null)
    frame.panel.replaceChildren(leadsTo(address, say))
    frame.showing({ title: say('leaving') }, null)
  } else frame.trouble(say('noLink'), true)
  for (const id of ['refresh', 'retry']) at(id).hidden = true
}

/** Null for what is none, or none that a mail may lead to. */
function addressOf(escaped: string): URL | null {
  try {
    const address = new URL(decodeURIComponent(escaped))
    return ['http:', 'https:', 'mailto:'].includes(address.protocol) ? address : null
  } catch {
    return null
  }
}

function leadsTo(address: URL, words: MailWords): HTMLElement {
  const { protocol, hostname, href } = address
  const isMail = protocol === 'mailto:'
  const where = isMail ? decoded(address.pathname) : hostname
  const heed = [
    ...(protocol === 'http:' ? [words('insecure')] : []),
    ...(/(?:^|\.)xn--/.test(hostname) ? [words('foreignLetters', { host: hostname })] : []),
  ]
  const link = element(
    'a',
    'primary leave',
    words(isMail ? 'write' : 'follow', isMail ? { address: where } : { host: where }),
  )
  link.setAttribute('href', href)
  link.setAttribute('rel', 'noopener noreferrer')
  return element(
    'section',
    '',
    element('h2', '', words('leadsTo')),
    element('p', 'host', isolated(where)),
    element('p', 'address', isolated(href)),
    ...heed.map((said) => {
      const note = element('p', 'note', said)
      note.dataset.tone = 'warning'
      return note
    }),
    element('p', 'note', words('onlyIfKnown')),
    element('p', '', link),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
