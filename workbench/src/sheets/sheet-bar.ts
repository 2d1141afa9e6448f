import type { Text } from '#shared/i18n/language.ts'
import { button, element, fill, setAttributes } from '../page/element.ts'
import type { Surroundings } from '../page/view.ts'
import { contentAt } from './grid-editing.ts'
import { nameOf } from './grid-view.ts'
import { WORDS } from './words.ts'
import type { Tab, Workbook } from './workbook.ts'

interface Actions {
  open(tab: Tab): void
  type(content: string): void
  insertRow(): void
  deleteRow(): void
  sort(order: { readonly ascending: boolean }): void
  undo(): void
  /** An item of the add-on's menu. */
  choose(call: string): void
}

export interface SheetBar {
  readonly element: HTMLElement
  readonly tabs: HTMLElement
  menu(items: readonly { readonly label: string; readonly call: string }[]): void
  draw(book: Workbook): void
}

/** Above the cells: the add-on's menu, tools, and what stands in the cell. Below them: the sheets. */
export function sheetBar({ words }: Pick<Surroundings, 'words'>, actions: Actions): SheetBar {
  const name = element('output', { className: 'cell-name' })
  const content = element('input', {
    className: 'cell-content',
    ariaLabel: words(WORDS.content),
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.isComposing) actions.type(content.value)
    },
  })
  const menu = element('div', { className: 'add-on' })
  const tabs = element('nav', { className: 'tabs', ariaLabel: words(WORDS.tabs) })
  const tool = (label: Text, onclick: () => void) => button({ className: 'command', onclick }, words(label))
  const tools = element(
    'div',
    { className: 'tools', attributes: { role: 'group', 'aria-label': words(WORDS.tools) } },
    tool(WORDS.insertRow, actions.insertRow),
    tool(WORDS.deleteRow, actions.deleteRow),
    tool(WORDS.sortUp, () => actions.sort({ ascending: true })),
    tool(WORDS.sortDown, () => actions.sort({ ascending: false })),
    tool(WORDS.undo, actions.undo),
  )
  return {
    element: element(
      'div',
      { className: 'sheet-bar' },
      menu,
      tools,
      element('div', { className: 'cell' }, name, content),
    ),
    tabs,
    menu: (items) =>
      fill(
        menu,
        ...items.map(({ label, call }) => button({ className: 'command', onclick: () => actions.choose(call) }, label)),
      ),
    draw({ sheets, active }) {
      name.value = nameOf(active.at)
      if (document.activeElement !== content) content.value = contentAt(active, active.at)
      fill(
        tabs,
        ...sheets.map((tab) => {
          const chosen = button({ onclick: () => actions.open(tab) }, tab.name)
          setAttributes(chosen, { 'aria-current': tab === active && 'page' })
          return chosen
        }),
      )
    },
  }
}
