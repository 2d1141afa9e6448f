import type { RecordRef } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Found, SearchAnswer } from '#shared/search/found.ts'
import type { Reply } from './call-worker.ts'
import { searchWords } from './search-words.ts'

interface Surroundings {
  readonly language: Language
  /** `GET` of a path below the Worker's. */
  readonly ask: (path: string) => Promise<Reply<SearchAnswer>>
  readonly open: (record: RecordRef) => void
}

/** Between two letters of one who types. */
const DEBOUNCE_MS = 200

/** A field with a list of what fits what is typed in it: a combobox, as WAI-ARIA describes it. */
export function searchBox({ language, ask, open }: Surroundings): HTMLElement {
  const words = searchWords(language)
  const input = made('input', { type: 'search', autocomplete: 'off', maxLength: 200, placeholder: words('hint') })
  const list = made('ul', { id: 'search-found', hidden: true })
  const said = made('p', { className: 'search-said' })
  const box = made('div', { className: 'search' }, input, list, said)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-label': words('search'),
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value)
  }
  box.setAttribute('role', 'search')
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words('found'))
  said.setAttribute('role', 'status')

  let found: readonly Found[] = []
  let at = -1
  /** Only the answer to the last question counts. */
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(results: readonly Found[], sentence: string): void {
    found = results
    list.replaceChildren(...results.map(option))
    list.hidden = results.length === 0
    said.textContent = sentence
    input.setAttribute('aria-expanded', String(results.length > 0))
    mark(-1)
  }

  function close(): void {
    question++
    clearTimeout(timer)
    show([], '')
  }

  function mark(next: number): void {
    at = next
    for (const [place, one] of [...list.children].entries()) one.setAttribute('aria-selected', String(place === at))
    const marked = list.children[at]
    if (marked) {
      input.setAttribute('aria-activedescendant', marked.id)
      marked.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  async function look(): Promise<void> {
    const q = input.value.trim()
    const asked = ++question
    if (q === '') return show([], '')
    const reply = await ask(`/v1/search?${new URLSearchParams({ q })}`)
    if (asked !== question) return
    if (reply.kind !== 'answer') return show([], words(reply.kind === 'unreachable' ? 'offline' : 'failed'))
    const { results } = reply.answer
    show(results, results.length > 0 ? words('some', { count: String(results.length) }) : words('none'))
  }

  function choose(place: number): void {
    const chosen = found[place]
    if (!chosen) return
    input.value = ''
    close()
    open(chosen.opens)
  }

  input.addEventListener('input', (event) => {
    question++
    clearTimeout(timer)
    // A word that an input method still composes is none yet.
    if (!(event as InputEvent).isComposing) timer = setTimeout(() => void look(), DEBOUNCE_MS)
  })
  input.addEventListener('compositionend', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), DEBOUNCE_MS)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) mark((at + step + (at < 0 && step < 0 ? 1 : 0) + found.length) % found.length)
    else if (event.key === 'Enter' && found.length > 0) choose(Math.max(at, 0))
    else if (event.key === 'Enter') void look()
    else if (event.key === 'Escape') {
      if (list.hidden && said.textContent === '') input.value = ''
      close()
    } else return
    event.preventDefault()
  })
  // The field keeps the focus while one presses on the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    choose([...list.children].indexOf((target as Element).closest('li') as Element))
  })
  input.addEventListener('blur', close)
  return box
}

function option({ title, subtitle, why }: Found, place: number): HTMLElement {
  const item = made(
    'li',
    { id: `search-found-${place}` },
    made('bdi', { textContent: title, className: 'search-title' }),
    made('small', { textContent: [subtitle, why].filter(Boolean).join(' · ') }),
  )
  item.setAttribute('role', 'option')
  return item
}

function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  values: Partial<HTMLElementTagNameMap[K]>,
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), values)
  element.append(...children)
  return element
}
