import type { HistoryAnswer, HistoryChange, HistoryEvent, RecordRef } from '#shared/api.ts'
import { historyPath } from '#shared/desk/path.ts'
import type { Language } from '#shared/i18n/language.ts'
import { callWorker, type Reply } from '../../pane/src/call-worker.ts'
import { at, element, isolated } from './element.ts'
import type { DeskWords } from './words.ts'

interface History {
  /** Reads the newest page anew; what was shown of older ones stays only as far as it is still asked for. */
  load(): Promise<void>
  /** Nobody is signed in any more. */
  clear(): void
}

interface Surroundings {
  readonly record: RecordRef
  readonly language: Language
  readonly words: DeskWords
  /** What the page is about, as the history calls it. */
  readonly named: (record: HistoryAnswer['record']) => void
}

/** What a record went through: who, when, from where, and which field from what to what. */
export function historyOf({ record, language, words, named }: Surroundings): History {
  const older = at('older') as HTMLButtonElement
  at('history-title').textContent = words('history')
  let next: number | null = null
  let question = 0

  const ask = (before: number | null): Promise<Reply<HistoryAnswer>> =>
    callWorker({ kind: 'session' }, historyPath(record) + (before === null ? '' : `?before=${before}`), { language })

  async function show(before: number | null): Promise<void> {
    const asked = ++question
    say(words('loadingHistory'))
    const reply = await ask(before)
    // The page says itself that somebody is signed out, or may not see this.
    if (asked !== question || reply.kind === 'signed-out' || reply.kind === 'problem') return
    if (reply.kind === 'unreachable') {
      say(words('noMoreHistory'))
      return offer(words('again'), before)
    }
    const { events, record: what, next: further } = reply.answer
    named(what)
    at('history').hidden = false
    const drawn = events.map((event) => eventItem(event, words))
    if (before === null) at('events').replaceChildren(...drawn)
    else at('events').append(...drawn)
    say(at('events').childElementCount > 0 ? '' : words('noHistory'))
    next = further
    if (further === null) older.hidden = true
    else offer(words('older'), further)
    // Whoever reads on by keyboard reads on where the older ones begin.
    if (before !== null) focusOn(drawn[0])
  }

  function say(sentence: string): void {
    at('history-note').textContent = sentence
  }

  function offer(label: string, before: number | null): void {
    next = before
    older.textContent = label
    older.hidden = false
  }

  older.addEventListener('click', () => void show(next))
  return {
    load: () => show(null),
    clear() {
      question++
      at('history').hidden = true
      at('events').replaceChildren()
    },
  }
}

function focusOn(item: HTMLElement | undefined): void {
  if (!item) return
  item.tabIndex = -1
  item.focus({ preventScroll: true })
}

function eventItem(event: HistoryEvent, words: DeskWords): HTMLElement {
  const { title, at: moment, atText, actorName, onBehalfOf, surfaceText, changes } = event
  const time = element('time', '', atText)
  time.setAttribute('datetime', new Date(moment).toISOString())
  const absent = onBehalfOf === null ? [] : [` ${words('onBehalfOf')} `, isolated(onBehalfOf)]
  const who = element(
    'p',
    'line',
    time,
    ' · ',
    isolated(actorName ?? words('automatic')),
    ...absent,
    ` · ${surfaceText}`,
  )
  const list = element('ul', 'changes', ...changes.map((change) => changeItem(change, words)))
  list.setAttribute('role', 'list')
  return element('li', 'event', element('p', 'item-title', title), who, ...(changes.length > 0 ? [list] : []))
}

/** `Execution: Waiting for material → In production`; on the making of a record there is no before. */
function changeItem({ label, old, oldText, newText }: HistoryChange, words: DeskWords): HTMLElement {
  const value = (said: string | null) =>
    said ? isolated(said, 'value') : element('span', 'value none', words('empty'))
  const before = old === undefined ? [] : [spoken(words('was')), value(oldText), arrow(), spoken(words('now'))]
  return element('li', 'change', isolated(label, 'label'), ': ', ...before, value(newText))
}

const spoken = (word: string): HTMLElement => element('span', 'spoken', ` ${word} `)

function arrow(): HTMLElement {
  const sign = element('span', 'arrow', ' → ')
  sign.setAttribute('aria-hidden', 'true')
  return sign
}
