import type { SheetType } from '#shared/sheet/api.ts'
import type { Finding } from './findings.ts'
import type { SheetWords } from './words.ts'

/** The part of the page that speaks of the sheet: three buttons, one sentence, and what was not saved. */
export interface SheetView {
  /** While something is under way nothing else can be begun. */
  busy(is: boolean): void
  /** How many changes there are to send. */
  count(changes: number): void
  say(sentence: string, tone?: 'good' | 'warning' | 'danger'): void
  findings(all: readonly Finding[]): void
  on(pressed: Pressed): void
}

export interface Pressed {
  get(type: SheetType): void
  send(): void
  decide(finding: Finding, take: 'mine' | 'theirs'): void
  show(finding: Finding): void
}

const TYPES = ['order', 'order_line'] as const satisfies readonly SheetType[]

export function sheetView(words: SheetWords): SheetView {
  const at = <E extends HTMLElement>(id: string) => document.getElementById(id) as E
  const section = at('sheet')
  const send = at<HTMLButtonElement>('send')
  const buttons = () => section.querySelectorAll('button')
  let pressed: Pressed | undefined

  section.setAttribute('aria-label', words('sheet'))
  at('get-order').textContent = words('getOrders')
  at('get-order_line').textContent = words('getLines')
  send.textContent = words('send')
  for (const type of TYPES) at(`get-${type}`).addEventListener('click', () => pressed?.get(type))
  send.addEventListener('click', () => pressed?.send())

  return {
    busy(is) {
      section.setAttribute('aria-busy', String(is))
      // Not `disabled`: whoever pressed the button by key would lose their place.
      for (const button of buttons()) {
        button.disabled = false
        button.setAttribute('aria-disabled', String(is))
      }
    },
    count(changes) {
      const label = changes > 0 ? words('sendSome', { count: changes }) : words('send')
      if (send.textContent !== label) send.textContent = label
    },
    say(sentence, tone) {
      at('sheet-status').textContent = sentence
      at('sheet-status').dataset.tone = tone ?? ''
    },
    findings(all) {
      const list = at('sheet-results')
      const wasHere = list.contains(document.activeElement)
      list.replaceChildren(...all.map(item))
      // Whoever has just decided one goes on with the next.
      if (wasHere) (list.querySelector('button') ?? send).focus()
    },
    on: (handlers) => {
      pressed = {
        get: unlessBusy(handlers.get),
        send: unlessBusy(handlers.send),
        decide: unlessBusy(handlers.decide),
        show: unlessBusy(handlers.show),
      }
    },
  }

  function unlessBusy<Args extends unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
    return (...args) => {
      if (section.getAttribute('aria-busy') !== 'true') handler(...args)
    }
  }

  function item(finding: Finding): HTMLElement {
    const row = document.createElement('li')
    row.dataset.tone = finding.theirs === undefined ? 'danger' : 'warning'
    const title = document.createElement('p')
    title.className = 'what'
    title.textContent = finding.title
    const lines = finding.lines.map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    })
    const actions = document.createElement('div')
    actions.className = 'buttons'
    if (finding.theirs !== undefined) {
      actions.append(
        button('keepMine', finding, () => pressed?.decide(finding, 'mine')),
        button('takeTheirs', finding, () => pressed?.decide(finding, 'theirs')),
      )
    }
    actions.append(button('show', finding, () => pressed?.show(finding)))
    row.append(title, ...lines, actions)
    return row
  }

  function button(word: 'keepMine' | 'takeTheirs' | 'show', { title }: Finding, press: () => void): HTMLElement {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'quiet'
    made.textContent = words(word)
    made.setAttribute('aria-label', `${words(word)}: ${title}`)
    made.addEventListener('click', press)
    return made
  }
}
