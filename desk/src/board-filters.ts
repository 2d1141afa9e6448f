import type { BoardChoices } from '#shared/desk/board.ts'
import { BOARD_FILTERS } from '#shared/desk/board-filters.ts'
import type { BoardWords } from './board-words.ts'
import { element } from './element.ts'

interface FilterForm {
  readonly form: HTMLFormElement
  /** What an address narrows the board by; what else it says is nothing to us. */
  read(search: string): URLSearchParams
  /** Offers what there is to choose, with what is chosen. */
  show(choices: BoardChoices, query: URLSearchParams): void
  /** What is chosen, as it is called. */
  chosen(): string[]
}

/** The filters as a form. `again` where the same control was changed just before. */
export function filterForm(words: BoardWords, narrow: (query: URLSearchParams, again: boolean) => void): FilterForm {
  const form = element('form', 'filters') as HTMLFormElement
  form.setAttribute('aria-label', words('filters'))
  form.setAttribute('role', 'search')
  const selects = BOARD_FILTERS.map((name) => {
    const select = element('select', '') as HTMLSelectElement
    const label = element('label', '', words(name))
    select.name = select.id = name
    label.setAttribute('for', name)
    form.append(element('div', 'field', label, select))
    return select
  })
  const clear = element('button', 'secondary', words('clear')) as HTMLButtonElement
  clear.type = 'button'
  form.append(clear)

  const chosen = () => selects.filter(({ value }) => value !== '')
  const query = () => new URLSearchParams(chosen().map(({ name, value }) => [name, value]))

  let changed: EventTarget | null = null
  form.addEventListener('change', ({ target }) => {
    narrow(query(), changed === target)
    changed = target
  })
  form.addEventListener('focusout', () => {
    changed = null
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  clear.addEventListener('click', () => {
    for (const select of selects) select.value = ''
    selects[0]?.focus()
    narrow(query(), false)
  })

  return {
    form,
    read(search) {
      const given = new URLSearchParams(search)
      return new URLSearchParams(
        BOARD_FILTERS.flatMap((name) => {
          const value = given.get(name)
          return value ? [[name, value]] : []
        }),
      )
    },
    show(choices, query) {
      for (const select of selects) {
        const name = select.name as keyof BoardChoices
        const mine = name === 'owner' ? [option('me', words('mine'))] : []
        const others = choices[name].map(({ value, name }) => option(value, name))
        select.replaceChildren(option('', words(`all_${name}`)), ...mine, ...others)
        select.value = query.get(name) ?? ''
      }
      clear.hidden = query.size === 0
    },
    chosen: () => chosen().map(({ selectedOptions }) => selectedOptions[0]?.text ?? ''),
  }
}

function option(value: string, name: string): HTMLElement {
  const made = element('option', '', name) as HTMLOptionElement
  made.value = value
  return made
}
