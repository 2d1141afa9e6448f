import type { AccessAnswer, PreviewAnswer, ProposalAnswer } from '#shared/desk/access.ts'
import type { SearchAnswer } from '#shared/search/found.ts'
import { callWorker, type Reply, said } from '../../pane/src/call-worker.ts'
import { postForm, staffForm } from './access-forms.ts'
import { overview } from './access-overview.ts'
import { type PreviewPart, previewPart } from './access-preview.ts'
import { proposalList } from './access-proposals.ts'
import { accessWords } from './access-words.ts'
import { element } from './element.ts'
import type { Choice } from './form-parts.ts'
import { type DeskPage, openPage } from './page.ts'

/** Who may see and do what: posts, people, what waits for a second person, and a customer as somebody else sees it. */
document.body.dataset.page = 'access'
void openPage(start)

const PATH = '/v1/access'

function start({ language, words, own, frame, signIn, named }: DeskPage): void {
  const say = accessWords(language)
  const area = element('div', 'access')
  frame.panel.append(area)
  named({ label: own('access'), title: null })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  const when = (at: number) => moment.format(at)
  let preview: PreviewPart | undefined

  const call = <T>(path: string, body?: object): Promise<Reply<T>> =>
    callWorker<T>({ kind: 'session' }, path, { language, ...(body ? { method: 'POST' as const, body } : {}) })

  async function load(): Promise<void> {
    if (area.childElementCount === 0) frame.loading(own('access'))
    const [reply, list] = await Promise.all([
      call<AccessAnswer>(PATH),
      call<{ records: unknown[] }>('/v1/customers?limit=1'),
    ])
    if (reply.kind === 'signed-out') return signedOut()
    if (reply.kind === 'unreachable') return frame.trouble(words('unreachable'), area.childElementCount === 0)
    if (reply.kind === 'problem') return frame.trouble(words('problem', said(reply.problem)), true)
    frame.trouble(null)
    // Who sees no customers, as an administrator does not, has none to find.
    const isEmpty = list.kind !== 'answer' || list.answer.records.length === 0
    draw(reply.answer, isEmpty ? null : find)
    frame.showing({ title: own('access'), subtitle: say('subtitle') }, null)
  }

  async function find(q: string): Promise<readonly Choice[]> {
    const reply = await call<SearchAnswer>(`/v1/search?${new URLSearchParams({ q })}`)
    const results = reply.kind === 'answer' ? reply.answer.results : []
    const customers = results.filter(({ opens }) => opens.type === 'customer')
    frame.announce(customers[0]?.title ?? say('noneFound'))
    return customers.map(({ opens, title }) => ({ value: opens.id, label: title }))
  }

  function draw(answer: AccessAnswer, seek: typeof find | null): void {
    const propose = (change: object) =>
      void send<ProposalAnswer>(`${PATH}/proposals`, { version: answer.version, ...change }, () => after('kept'))
    const decide = ({ id }: ProposalAnswer, decision: 'agree' | 'withdraw') =>
      void send(`${PATH}/proposals/${id}/decision`, { decision }, () => after(decision === 'agree' ? 'holds' : 'gone'))
    preview = previewPart(answer, seek, say, when, (body) => {
      void send<PreviewAnswer>(`${PATH}/previews`, body, (shown) => preview?.show(shown))
    })
    area.replaceChildren(
      overview(answer, say),
      proposalList(answer, say, when, decide),
      preview.element,
      ...(answer.mayPropose
        ? [postForm(answer, say, propose), staffForm(answer, say, propose)]
        : [element('p', 'note', say('onlyAdmins'))]),
    )
  }

  /** Sent once however often it is pressed; what is refused is said, and what was chosen stays. */
  async function send<T>(path: string, body: object, done: (answer: T) => void): Promise<void> {
    if (area.getAttribute('aria-busy') === 'true') return
    area.setAttribute('aria-busy', 'true')
    const reply = await call<T>(path, body)
    area.removeAttribute('aria-busy')
    if (reply.kind === 'answer') return done(reply.answer)
    if (reply.kind === 'signed-out') return signedOut()
    if (reply.kind === 'unreachable') return frame.tell(words('unreachable'), 'danger')
    const why = reply.problem.problems?.map(({ message }) => message).join(' ')
    frame.tell(why || words('problem', said(reply.problem)), 'danger')
  }

  async function after(what: 'kept' | 'holds' | 'gone'): Promise<void> {
    await load()
    frame.tell(say(what), 'good')
    document.getElementById('proposals-title')?.focus()
  }

  function signedOut(): void {
    area.replaceChildren()
    named(null)
    frame.signedOut(words('notAccepted'))
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  void load()
}
