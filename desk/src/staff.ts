import type { HandoverPlan } from '#shared/staff/handover.ts'
import { callWorker, type Reply } from '../../pane/src/call-worker.ts'
import { element } from './element.ts'
import { type DeskPage, openPage } from './page.ts'
import type { Member, StaffAnswer } from './staff-api.ts'
import { chooser, doer, typed } from './staff-form.ts'
import { leftBehind, planForm, progressOf } from './staff-view.ts'
import { staffWords } from './staff-words.ts'

/** The staff: who is away, who is out, and to whom what is theirs goes. Whom it is about stands in the address. */
document.body.dataset.page = 'staff'
void openPage(start)

/** How often a handover that goes on is looked at. */
const LOOK_MS = 3000
const PAGES_MAX = 10

function start({ language, words, frame, signIn, named }: DeskPage): void {
  const say = staffWords(language)
  const body = element('div', 'staff')
  named({ label: say('staff'), title: null })
  frame.panel.append(body)
  let members: Member[] = []
  let looking: ReturnType<typeof setTimeout> | undefined
  const chosen = () => new URLSearchParams(location.search).get('id') ?? ''

  const ask = <T>(path: string, sent?: unknown) =>
    callWorker<T>({ kind: 'session' }, path, {
      language,
      ...(sent === undefined
        ? {}
        : { method: 'POST', body: sent, headers: { 'Idempotency-Key': crypto.randomUUID() } }),
    })

  /** The answer; null once it was said why there is none. */
  function answered<T>(reply: Reply<T>): T | null {
    if (reply.kind === 'answer') return reply.answer
    if (reply.kind === 'signed-out') frame.signedOut(words('notAccepted'))
    else if (reply.kind === 'unreachable') frame.tell(words('unreachable'), 'danger')
    else
      frame.tell(
        [reply.problem.title, ...(reply.problem.problems ?? []).map(({ message }) => message)].join(' '),
        'danger',
      )
    return null
  }

  async function load(): Promise<void> {
    if (members.length === 0) frame.loading(say('staff'))
    const all: Member[] = []
    let cursor: string | null = ''
    for (let page = 0; page < PAGES_MAX && cursor !== null; page += 1) {
      const path: string = `/v1/users?sort=alias&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const reply: Reply<{ records: Member[]; next: string | null }> = await ask(path)
      if (reply.kind === 'unreachable') return frame.trouble(words('unreachable'), members.length === 0)
      const answer = answered(reply)
      if (!answer) return
      all.push(...answer.records)
      cursor = answer.next
    }
    members = all
    frame.trouble(null)
    frame.showing({ title: say('staff'), subtitle: '' }, null)
    await show()
  }

  async function show(): Promise<void> {
    clearTimeout(looking)
    const member = members.find(({ id }) => id === chosen())
    const who = chooser('who', say('choose'), [['', '–'], ...members.map(({ id, alias }) => [id, alias] as const)])
    who.select.value = member?.id ?? ''
    who.select.addEventListener('change', () => {
      history.pushState(null, '', `?id=${encodeURIComponent(who.select.value)}`)
      void show()
    })
    if (!member) return body.replaceChildren(who.field, element('p', 'note', say('nobody')))
    const answer = answered(await ask<StaffAnswer>(`/v1/staff/${member.id}/handover`))
    if (member.id !== chosen()) return
    body.replaceChildren(who.field, ...leaveOf(member), ...(answer ? handoverOf(answer) : []))
    if (answer?.handover && ['running', 'undoing'].includes(answer.handover.state)) {
      looking = setTimeout(() => void show(), LOOK_MS)
    }
  }

  async function act(path: string, sent: unknown): Promise<void> {
    if (!answered(await ask(path, sent))) return
    frame.tell(say('saved'), 'good')
    await load()
  }

  function leaveOf(member: Member): HTMLElement[] {
    if (member.status !== 'active') return []
    const target = { type: 'user', id: member.id, version: member.version }
    const leave = (action: string, input: object) => act(`/v1/actions/${action}`, { host: 'desk', target, input })
    if (member.back_at !== null && member.back_at > Date.now()) {
      const days = say('away', { from: member.away_from ?? '', to: member.away_to ?? '' })
      return [element('p', 'note', days), doer('secondary', say('endLeave'), () => leave('end-leave', {}))]
    }
    const [from, to] = [typed('from', say('from'), 'date'), typed('to', say('until'), 'date')]
    const deputy = typed('deputy', say('deputy'), 'text')
    const form = element('form', 'staff-plan', from.field, to.field, deputy.field)
    form.addEventListener('submit', (event) => event.preventDefault())
    form.append(
      doer('secondary', say('takeLeave'), () =>
        leave('take-leave', { from: from.input.value, to: to.input.value, deputy: deputy.input.value }),
      ),
    )
    return [form]
  }

  function handoverOf(answer: StaffAnswer): HTMLElement[] {
    const { person, handover } = answer
    const path = (deed: string) => `/v1/staff/${person.id}/${deed}`
    const isHere = person.status === 'active'
    const goesOn = handover !== null && ['running', 'undoing'].includes(handover.state)
    const suspended = { suspended: isHere, version: person.version }
    return [
      element('h2', '', say('left')),
      leftBehind(answer, say),
      ...(isHere ? [element('p', 'note', say('suspendNote'))] : []),
      doer('secondary', say(isHere ? 'suspend' : 'restore'), () => act(path('suspension'), suspended)),
      ...(handover ? [progressOf(handover, say)] : []),
      ...(handover?.state === 'done'
        ? [element('p', 'note', say('undoNote')), doer('secondary', say('undo'), () => act(path('reversal'), {}))]
        : []),
      ...(isHere || goesOn || answer.counts.length === 0
        ? []
        : [planForm(answer, say, language, (plan: HandoverPlan) => act(path('handover'), { plan }))]),
    ]
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  window.addEventListener('popstate', () => void show())
  void load()
}
