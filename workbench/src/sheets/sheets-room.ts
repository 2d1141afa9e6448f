import { listen, post } from '../outlook/protocol.ts'
import { button, element, fill } from '../page/element.ts'
import { icon } from '../page/icon.ts'
import type { Scene } from '../page/scene.ts'
import { localTokens, loginOf, type Staff } from '../page/session.ts'
import type { Surroundings, View } from '../page/view.ts'
import { editGrid } from './grid-editing.ts'
import { gridView } from './grid-view.ts'
import type { FromSidebar, ScriptMood } from './protocol.ts'
import { runScript } from './script-stage.ts'
import { sheetBar } from './sheet-bar.ts'
import { WORDS } from './words.ts'
import { deleteRows, insertRows, newWorkbook, sortRows, type Tab, write } from './workbook.ts'

/** One spreadsheet for as long as the page is open, whatever room is shown; its properties are kept per person. */
const book = newWorkbook('workbench')
const properties = new Map<string, Map<string, string>>()
const tokens = localTokens()
const UNDO_STEPS = 20

/** A spreadsheet with the add-on beside it: the real script and the real sidebar over stand-ins for Google. */
export function sheetsRoom({ words }: Surroundings, staff: readonly Staff[]): View {
  let scene: Scene | null = null
  let token: string | null = null
  let mood: ScriptMood = { kind: 'script' }
  let drawn = -1
  const undone: string[] = []
  const grid = gridView(words(WORDS.grid))
  const side = element('aside', { className: 'sidebar', ariaLabel: words(WORDS.sidebar), hidden: true })
  let sidebar: HTMLIFrameElement | null = null

  const script = runScript({
    book,
    screen: { menu: (items) => bar.menu(items), sidebar: openSidebar },
    user: () => ({
      email: person()?.email ?? '',
      locale: scene?.language.replace('-', '_') ?? 'en',
      identityToken: token,
      properties: propertiesOf(person()?.email ?? ''),
    }),
  })
  const bar = sheetBar(
    { words },
    {
      open: (tab) => {
        book.active = tab
        draw()
      },
      type: (content) => byHand((tab) => write(tab, tab.at.row, tab.at.column, content)),
      insertRow: () => byHand((tab) => insertRows(tab, tab.at.row + 1, 1)),
      deleteRow: () =>
        byHand((tab) => deleteRows(tab, Math.min(tab.at.row, tab.to.row), Math.abs(tab.at.row - tab.to.row) + 1)),
      sort: (order) => byHand((tab) => sortRows(tab, tab.at.column, order)),
      undo,
      choose: (call) => void script.run(call),
    },
  )
  editGrid(grid, {
    tab: () => book.active,
    before: keepStep,
    changed: draw,
    undo,
    label: (cell) => words(WORDS.cell, { cell }),
  })
  listen<FromSidebar>(() => sidebar?.contentWindow, heard)
  listen<ScriptMood>(
    () => window,
    (message) => {
      if (message.kind === 'script') mood = message
    },
  )
  void script.run('onOpen').then(() => script.run('showSidebar'))

  return {
    element: element(
      'section',
      { className: 'room sheets', ariaLabel: words(WORDS.sheets) },
      element('div', { className: 'book' }, bar.element, grid.element, bar.tabs),
      side,
      script.element,
    ),
    show(now) {
      const before = scene
      scene = now
      if (before && before.as !== now.as) {
        token = null
        if (sidebar) sidebar.src = `${sidebar.src}`
      }
      tellNetwork()
      draw()
    },
  }

  function person(): Staff | undefined {
    return staff.find((member) => loginOf(member) === scene?.as)
  }

  function draw(): void {
    drawn = book.changes
    grid.draw(book.active)
    bar.draw(book)
  }

  function openSidebar({ file, title }: { readonly file: string; readonly title: string }): void {
    sidebar = element('iframe', { src: `/workbench/sheets/${file}.html`, title })
    const close = button(
      {
        className: 'quiet',
        ariaLabel: words(WORDS.closeSidebar),
        title: words(WORDS.closeSidebar),
        onclick: closeSidebar,
      },
      icon('close'),
    )
    fill(side, element('header', {}, element('h2', {}, title), close), sidebar)
    side.hidden = false
  }

  function closeSidebar(): void {
    sidebar = null
    side.hidden = true
    fill(side)
  }

  function heard(message: FromSidebar): void {
    if (message.kind === 'focus') grid.focus()
    else if (message.kind === 'close') closeSidebar()
    else void runFor(message)
  }

  async function runFor({ call, name, args }: FromSidebar & { readonly kind: 'run' }): Promise<void> {
    const asked = sidebar?.contentWindow
    if (!asked) return
    tellNetwork()
    try {
      if (name === 'identityToken') token = await tokenOf(person())
      if (mood.delayMs) await new Promise((done) => setTimeout(done, mood.delayMs))
      if (mood.failing?.includes(name))
        throw new Error('We’re sorry, a server error occurred. Please wait a bit and try again.')
      const value = await script.run(name, args)
      if (book.changes !== drawn) draw()
      post(asked, { kind: 'returned', call, value })
      if (name === 'glance') fillOnce(asked)
    } catch (error) {
      post(asked, { kind: 'failed', call, message: String(error) })
    }
  }

  /** A new spreadsheet is filled as its user would do it: by the first button of the sidebar. */
  function fillOnce({ document }: Window): void {
    if (book.sheets.length > 1 || filled || !person()) return
    filled = true
    document.getElementById('get-order')?.click()
  }

  function tellNetwork(): void {
    if (sidebar?.contentWindow) post(sidebar.contentWindow, { kind: 'network', isCut: scene?.networkCut ?? false })
  }

  function byHand(change: (tab: Tab) => void): void {
    keepStep()
    change(book.active)
    draw()
  }

  function keepStep(): void {
    undone.push(JSON.stringify({ id: book.active.id, rows: book.active.rows, maxRows: book.active.maxRows }))
    if (undone.length > UNDO_STEPS) undone.shift()
  }

  function undo(): void {
    const step = undone.pop()
    if (step === undefined) return
    const { id, rows, maxRows } = JSON.parse(step) as Pick<Tab, 'id' | 'rows' | 'maxRows'>
    const tab = book.sheets.find((one) => one.id === id)
    if (tab) Object.assign(tab, { rows, maxRows })
    draw()
  }
}

let filled = false

async function tokenOf(person: Staff | undefined): Promise<string | null> {
  return person ? tokens.tokenFor(person.email, { anew: false }) : null
}

function propertiesOf(email: string): Map<string, string> {
  const known = properties.get(email) ?? new Map<string, string>()
  properties.set(email, known)
  return known
}
