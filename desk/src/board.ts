import type { BoardAnswer } from '#shared/desk/board.ts'
import { DESK_BOARD } from '#shared/desk/path.ts'
import { callWorker, said } from '../../pane/src/call-worker.ts'
import { clockTime } from '../../pane/src/words.ts'
import { filterForm } from './board-filters.ts'
import { walkByArrows } from './board-keys.ts'
import { boardView } from './board-view.ts'
import { boardWords } from './board-words.ts'
import { type DeskPage, openPage } from './page.ts'

/** The board: every open order by stage. What it is narrowed by stands in the address, and the way back leads back. */
document.body.dataset.page = 'board'
void openPage(start)

function start({ language, words, own, frame, signIn, named }: DeskPage): void {
  const say = boardWords(language)
  const filters = filterForm(say, narrow)
  const view = boardView(say, more)
  frame.panel.append(filters.form, view.element)
  walkByArrows(view.element)
  named({ label: own('board'), title: null })

  /** Only the answer to the last question counts. */
  let question = 0
  let shownAt = 0

  const ask = (query: URLSearchParams) =>
    callWorker<BoardAnswer>({ kind: 'session' }, `/v1/board?${query}`, { language })

  async function load(): Promise<void> {
    const asked = ++question
    const query = filters.read(location.search)
    if (shownAt > 0) view.busy(true)
    else frame.loading(own('board'))
    const reply = await ask(query)
    if (asked !== question) return
    view.busy(false)
    if (reply.kind === 'answer') return show(reply.answer, query)
    if (reply.kind === 'signed-out') return signedOut()
    if (reply.kind === 'unreachable') {
      const known = shownAt > 0 ? say('stillShown', { time: clockTime(shownAt, Date.now(), language) }) : ''
      return frame.trouble(`${words('unreachable')} ${known}`.trim(), shownAt === 0)
    }
    // An address that asks for what is none is left behind; what was shown no longer fits it.
    if (reply.problem.code === 'invalid') history.replaceState(null, '', DESK_BOARD)
    shownAt = 0
    frame.trouble(words('problem', said(reply.problem)), true)
  }

  function show(answer: BoardAnswer, query: URLSearchParams): void {
    const first = shownAt === 0
    shownAt = Date.now()
    frame.trouble(null)
    if (answer.choices) filters.show(answer.choices, query)
    const summary = view.show(answer.columns, query)
    const subtitle = [summary, ...filters.chosen()].join(' · ')
    frame.showing({ title: own('board'), subtitle }, null)
    if (!first) frame.announce(subtitle)
  }

  async function more(stage: string, cursor: string): Promise<void> {
    const asked = question
    const query = filters.read(location.search)
    query.set('stage', stage)
    query.set('cursor', cursor)
    const reply = await ask(query)
    if (asked !== question) return
    const column = reply.kind === 'answer' ? reply.answer.columns[0] : undefined
    if (column) frame.announce(view.append(column))
    else if (reply.kind === 'signed-out') signedOut()
    else {
      view.failed(stage)
      frame.tell(reply.kind === 'problem' ? words('problem', said(reply.problem)) : words('unreachable'), 'danger')
    }
  }

  /** Each choice is a step that the way back undoes; running through a list by keyboard is one. */
  function narrow(query: URLSearchParams, again: boolean): void {
    const address = query.size > 0 ? `${DESK_BOARD}?${query}` : DESK_BOARD
    if (again) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    void load()
  }

  function signedOut(): void {
    question++
    shownAt = 0
    view.clear()
    frame.signedOut(words('notAccepted'))
  }

  frame.on('retry', () => void load())
  frame.on('refresh', () => void load())
  frame.on('sign-in', () => void signIn())
  window.addEventListener('popstate', () => void load())
  window.addEventListener('online', () => void load())
  void load()
}
