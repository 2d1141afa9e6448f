import { say } from '#shared/i18n/language.ts'
import { gmailView } from '../gmail/gmail-view.ts'
import type { MailSummary } from '../mailbox/mail.ts'
import { type FromTest, type HostState, listen, type Question } from '../outlook/protocol.ts'
import { element } from './element.ts'
import { loadMail, loadMails, loadSource } from './load-mails.ts'
import { mailList } from './mail-list.ts'
import { paneHost } from './pane-host.ts'
import { paneView } from './pane-view.ts'
import { readingView } from './reading-view.ts'
import { replyTo } from './reply-form.ts'
import { ribbon } from './ribbon.ts'
import { ROOM_VIEWS } from './rooms.ts'
import { queryOf, type Scene, sceneOf } from './scene.ts'
import { hostError, loadStaff, localTokens, loginOf, type Staff } from './session.ts'
import { askWho } from './sign-in-prompt.ts'
import { titleBar } from './title-bar.ts'
import type { Surroundings, View } from './view.ts'
import { viewsBar } from './views-bar.ts'
import { WORDS } from './words.ts'

/** The workbench page: a mailbox, the open mail, and Quayside beside it in a stand-in Outlook or Gmail. */
const [staff, mails] = await Promise.all([loadStaff(), loadMails()])
const tokens = localTokens()
const pane = paneHost({
  answer,
  notice: (mailId, notices) => {
    if (mailId === scene.mail?.id) change({ notices })
  },
  reply: (mailId, html, files) => {
    const { mail } = scene
    if (mail && mail.id === mailId) change({ draft: replyTo(mail, html, files), view: 'mail' })
  },
})

let scene = await firstScene(mails)
let views = build()
show()
listen<FromTest>(
  () => window,
  ({ kind, method, failure }) => {
    if (kind === 'failure') change({ failures: { ...scene.failures, [method]: failure ?? undefined } })
  },
)

async function firstScene(mails: readonly MailSummary[] | null): Promise<Scene> {
  const wishes = { language: navigator.language, dark: matchMedia('(prefers-color-scheme: dark)').matches }
  const asked = sceneOf(location.search, wishes)
  const newest = mails?.find(({ folder }) => folder === 'inbox')?.id ?? null
  const mailId = asked.mailId === undefined ? newest : asked.mailId
  const mail = mailId === null ? null : await loadMail(mailId)
  const known = staff.some((member) => loginOf(member) === asked.as)
  return {
    ...asked,
    as: known ? asked.as : null,
    mailId,
    mail,
    folder: mail?.folder ?? 'inbox',
    read: new Set(mail ? [mail.id] : []),
  }
}

/** The one way to change the scene. What else follows from a change is said here. */
function change(part: Partial<Scene>): void {
  const before = scene
  scene = { ...scene, ...part }
  // Outlook knows its language and its owner from the start: a change of either starts it again.
  if (scene.language !== before.language || (scene.as !== before.as && part.paneRun === undefined)) {
    scene = { ...scene, paneRun: scene.paneRun + 1 }
  }
  if (MAKES_ANEW.some((part) => scene[part] !== before[part])) rebuild()
  else show()
}

/** What the parts of the page are made for; the rest they follow. */
const MAKES_ANEW = ['language', 'room', 'host'] as const

/** Opens a mail, or none. In Outlook a pane that is not pinned belongs to its mail and closes with it. */
async function choose(mailId: string | null, { opened }: { readonly opened: boolean }): Promise<void> {
  const view = opened ? 'mail' : scene.view
  if (mailId === scene.mailId) return change({ view })
  change({
    mailId,
    view,
    notices: [],
    draft: null,
    paneOpen: scene.paneOpen && (scene.pinned || scene.host === 'gmail'),
    read: mailId === null ? scene.read : new Set(scene.read).add(mailId),
  })
  const mail = mailId === null ? null : await loadMail(mailId)
  // Another one may have been chosen in the meantime.
  if (scene.mailId === mailId) change({ mail })
}

function person(): Staff | null {
  return staff.find((member) => loginOf(member) === scene.as) ?? null
}

async function answer(about: Question): Promise<string> {
  if (about.kind === 'source') return loadSource(about.mailId)
  const { prompt } = about
  if (person() === null && !prompt) throw hostError(13001, 'UserNotSignedIn', 'Nobody is signed in.')
  const who = person() ?? (await askWho(surroundings(), staff))
  if (who === null) throw hostError(13002, 'UserAborted', 'The sign-in was closed.')
  // The pane that asked goes on: it is told a token, not started again.
  if (person() === null) change({ as: loginOf(who), paneRun: scene.paneRun })
  return tokens.tokenFor(who.email, { anew: prompt })
}

function hostState(): HostState {
  const { mail, theme, language, networkCut, failures } = scene
  const owner = person()
  return {
    mail,
    owner: { name: owner?.alias ?? '', email: owner?.email ?? '' },
    theme,
    language,
    networkCut,
    failures,
  }
}

function surroundings(): Surroundings {
  const { language } = scene
  return { change, words: (sentence, values) => say(sentence, language, values) }
}

/** The title, the controls and the bar of views; then what fills the page. */
function build(): View[] {
  const around = surroundings()
  const openPane = () => change({ paneOpen: true, view: 'quayside' })
  const top = [
    titleBar(around),
    ribbon(around, staff, { openPane, selectNothing: () => choose(null, { opened: false }) }),
    viewsBar(around),
  ]
  const room = ROOM_VIEWS[scene.room]
  if (room) return [...top, room(around, staff)]
  return [
    ...top,
    mailList(around, mails, choose),
    readingView(around),
    scene.host === 'gmail'
      ? gmailView(around, staff, { openPane, signIn })
      : paneView(around, { openPane, framed: pane.framed }),
  ]
}

async function signIn(): Promise<void> {
  const who = await askWho(surroundings(), staff)
  if (who) change({ as: loginOf(who) })
}

/** All parts anew in another language, room or host; whoever is typing stays where they are. */
function rebuild(): void {
  const focused = document.activeElement?.id
  pane.framed(null)
  views = build()
  show()
  if (focused) document.getElementById(focused)?.focus()
}

function show(): void {
  const { theme, language, room, view, listShown, controlsShown, paneOpen } = scene
  document.documentElement.lang = language
  document.title = say(WORDS.title, language)
  Object.assign(document.documentElement.dataset, {
    theme,
    room,
    view,
    list: listShown,
    controls: controlsShown,
    pane: paneOpen,
  })
  place(views)
  for (const each of views) each.show(scene)
  pane.tell(hostState())
  history.replaceState(null, '', queryOf(scene))
}

/** Puts the parts into the page, unless they are there already. */
function place([title, controls, bar, ...parts]: readonly View[]): void {
  if (!title || !controls || !bar || title.element.isConnected) return
  const main = element('main', {}, ...parts.map((part) => part.element))
  document.body.replaceChildren(title.element, controls.element, bar.element, main)
}
