import type { PersonFound, PersonSearchAnswer, PrivacyRequestAnswer } from '#shared/privacy/api.ts'
import type { PrivacyKind } from '#shared/privacy/request.ts'
import { callWorker, type Reply, said } from '../../pane/src/call-worker.ts'
import { element, isolated } from './element.ts'
import { type DeskPage, openPage } from './page.ts'
import { privacyForm, type TypedPerson } from './privacy-form.ts'
import { type RequestDeed, requestCard } from './privacy-request.ts'
import { privacyWords } from './privacy-words.ts'

/** People's data, for whoever looks after it: found, copied, erased. */
document.body.dataset.page = 'privacy'
void openPage(start)

/** More of one person nobody reads through. */
const SHOWN = 200

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = privacyWords(language)
  const form = privacyForm(say, { search, ask })
  const status = element('p', 'status')
  status.setAttribute('role', 'status')
  const found = element('ul', 'found')
  const requests = element('ul', 'requests')
  const heading = element('h2', '', say('requests'))
  frame.panel.append(form.element, status, found, heading, requests)
  named({ label: say('title'), title: null })
  const date = (at: number) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)

  const call = <T>(path: string, body?: unknown) =>
    callWorker<T>({ kind: 'session' }, `/v1/privacy/${path}`, {
      language,
      ...(body === undefined ? {} : { method: 'POST', body }),
    })

  /** The answer; what went wrong is told, and nothing is what is left. */
  function answerOf<T>(reply: Reply<T>): T | null {
    if (reply.kind === 'answer') return reply.answer
    if (reply.kind === 'signed-out') frame.signedOut(words('notAccepted'))
    else if (reply.kind === 'unreachable') frame.tell(words('unreachable'), 'danger')
    else if (reply.problem.problems) form.wrong(reply.problem.problems)
    else frame.tell(words('problem', said(reply.problem)), 'danger')
    return null
  }

  let question = 0
  async function search(person: TypedPerson): Promise<void> {
    const asked = ++question
    form.wrong([])
    found.replaceChildren()
    let [count, cursor]: [number, string | null] = [0, null]
    do {
      status.textContent = say('searching', { count: String(count) })
      const body: TypedPerson & { readonly cursor?: string } = { ...person, ...(cursor === null ? {} : { cursor }) }
      const answer: PersonSearchAnswer | null = answerOf(await call<PersonSearchAnswer>('searches', body))
      if (asked !== question) return
      if (!answer) {
        status.textContent = ''
        return
      }
      found.append(...answer.found.slice(0, Math.max(0, SHOWN - count)).map(row))
      count += answer.found.length
      cursor = answer.cursor
    } while (cursor !== null)
    if (count > SHOWN) found.append(element('li', 'why', say('more', { count: String(count - SHOWN) })))
    status.textContent = count === 0 ? say('nothing') : say('found', { count: String(count) })
  }

  const row = ({ label, title, kept }: PersonFound): HTMLElement =>
    element(
      'li',
      '',
      element('span', 'label', label),
      ...(title ? [isolated(title)] : []),
      ...(kept ? [element('span', 'why', kept)] : []),
    )

  async function ask(kind: PrivacyKind, person: TypedPerson, why: object): Promise<void> {
    form.wrong([])
    form.busy(true)
    const made = answerOf(await call<PrivacyRequestAnswer>('requests', { kind, ...person, ...why }))
    form.busy(false)
    if (!made) return
    put(made)
    frame.announce(`${say(`kind_${kind}`)} · ${say('collecting')}`)
    await goOn(made)
  }

  function put(request: PrivacyRequestAnswer): void {
    const card = requestCard(request, say, date, (deed, about) => void act(deed, about))
    const before = requests.querySelector(`[data-id="${request.id}"]`)
    if (before) before.replaceWith(card)
    else requests.prepend(card)
    requests.querySelector(':scope > .none')?.remove()
  }

  /** While the page is open nobody waits for the clock. */
  async function goOn(request: PrivacyRequestAnswer): Promise<void> {
    let at: PrivacyRequestAnswer | null = request
    while (at && (at.status === 'collecting' || at.status === 'running')) {
      at = answerOf(await call<PrivacyRequestAnswer>(`requests/${request.id}/steps`, {}))
      if (at) put(at)
    }
    if (at) frame.announce(say(at.status as 'ready'))
  }

  async function act(deed: RequestDeed, { id }: PrivacyRequestAnswer): Promise<void> {
    if (deed === 'file') {
      const link = answerOf(await call<{ url: string }>(`requests/${id}/file`))
      if (link) location.assign(link.url)
      return
    }
    const answer = answerOf(await call<PrivacyRequestAnswer>(`requests/${id}/${deed}`, {}))
    if (!answer) return
    put(answer)
    await goOn(answer)
  }

  async function load(): Promise<void> {
    frame.loading(say('title'))
    const reply = await call<{ requests: readonly PrivacyRequestAnswer[] }>('requests')
    if (reply.kind === 'signed-out') return frame.signedOut(words('notAccepted'))
    if (reply.kind === 'unreachable') return frame.trouble(words('unreachable'), true)
    if (reply.kind === 'problem') return frame.trouble(words('problem', said(reply.problem)), true)
    frame.trouble(null)
    frame.showing({ title: say('title'), subtitle: say('subtitle') }, null)
    requests.replaceChildren()
    for (const one of [...reply.answer.requests].reverse()) put(one)
    if (reply.answer.requests.length === 0) requests.append(element('li', 'none', say('noRequests')))
    for (const one of reply.answer.requests) await goOn(one)
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  window.addEventListener('online', () => void load())
  void load()
}
