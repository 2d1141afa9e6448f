import { ALWAYS, type Placed } from '#shared/panel/layout.ts'
import type { LayoutAnswer } from '#shared/panel/layout-answer.ts'
import { element, isolated } from './element.ts'
import type { LayoutWords } from './layout-words.ts'

interface LayoutView {
  readonly element: HTMLElement
  show(layout: readonly Placed[]): void
}

/** The sections of one post in their order, each with what can be done with it, and beside it how its panel looks. */
export function layoutView(
  { sections, mayEdit }: Pick<LayoutAnswer, 'sections' | 'mayEdit'>,
  words: LayoutWords,
  changed: (layout: readonly Placed[], told: string) => void,
): LayoutView {
  const names = new Map(sections.map(({ key, name }) => [key, name]))
  const list = element('ol', 'placed')
  list.setAttribute('role', 'list')
  list.setAttribute('aria-label', words('order'))
  const preview = element('div', 'preview')
  let shown: readonly Placed[] = []

  const nameOf = ({ key }: Placed): string => names.get(key) ?? key

  function move(at: number, by: -1 | 1): void {
    const [one, other] = [shown[at], shown[at + by]]
    if (!one || !other) return
    const layout = shown.map((placed, index) => (index === at ? other : index === at + by ? one : placed))
    const place = { name: nameOf(one), at: String(at + by + 1), all: String(layout.length) }
    draw(layout)
    // Whoever moves it goes with it, at the button that they pressed as long as that leads on.
    const row = list.children[at + by]
    const again = row?.querySelector<HTMLButtonElement>(by < 0 ? '.up' : '.down')
    const still = again?.disabled ? row?.querySelector<HTMLButtonElement>('button:enabled') : again
    still?.focus()
    changed(layout, words('moved', place))
  }

  function set(at: number, mark: 'folded' | 'hidden', on: boolean): void {
    const layout = shown.map((placed, index) => {
      if (index !== at) return placed
      const { [mark]: _, ...rest } = placed
      return on ? { ...rest, [mark]: true as const } : rest
    })
    shown = layout
    drawPreview()
    changed(layout, '')
  }

  function mover(at: number, by: -1 | 1, name: string): HTMLButtonElement {
    const up = by < 0
    const button = element('button', `secondary ${up ? 'up' : 'down'}`, up ? '↑' : '↓') as HTMLButtonElement
    button.type = 'button'
    button.setAttribute('aria-label', words(up ? 'up' : 'down', { name }))
    button.disabled = !mayEdit || (up ? at === 0 : at === shown.length - 1)
    button.addEventListener('click', () => move(at, by))
    return button
  }

  function mark(at: number, placed: Placed, key: 'folded' | 'hidden'): HTMLElement {
    const box = element('input', '') as HTMLInputElement
    box.type = 'checkbox'
    box.checked = placed[key] === true
    box.disabled = !mayEdit
    box.addEventListener('change', () => set(at, key, box.checked))
    return element('label', 'mark', box, ' ', words(key), element('span', 'spoken', `: ${nameOf(placed)}`))
  }

  function row(placed: Placed, at: number): HTMLElement {
    const name = nameOf(placed)
    const always = ALWAYS.has(placed.key)
    const hide = always ? element('span', 'line', words('always')) : mark(at, placed, 'hidden')
    const made = element(
      'li',
      'place',
      isolated(name, 'name'),
      mark(at, placed, 'folded'),
      hide,
      mover(at, -1, name),
      mover(at, 1, name),
    )
    made.addEventListener('keydown', (event) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !mayEdit) return
      event.preventDefault()
      move(at, event.key === 'ArrowUp' ? -1 : 1)
    })
    return made
  }

  function drawPreview(): void {
    const seen = shown.filter(({ key, hidden }) => !hidden || ALWAYS.has(key))
    preview.replaceChildren(
      ...seen.map((placed) => element('p', placed.folded ? 'strip folded-strip' : 'strip', isolated(nameOf(placed)))),
    )
  }

  function draw(layout: readonly Placed[]): void {
    shown = layout
    list.replaceChildren(...layout.map(row))
    drawPreview()
  }

  const title = element('h2', '', words('preview'))
  const aside = element('section', 'previewed', title, preview)
  title.id = 'preview-title'
  aside.setAttribute('aria-labelledby', title.id)
  const keys = element('p', 'line', mayEdit ? words('keys') : words('readOnly'))
  const left = element('section', 'placing', element('h2', '', words('order')), keys, list)
  return { element: element('div', 'layout', left, aside), show: draw }
}
