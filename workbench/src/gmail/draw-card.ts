import type {
  Button,
  Card,
  CardAction,
  CardSection,
  CardWidget,
  DecoratedText,
  OnClick,
} from '#shared/panel/render/card-json.ts'
import { type CardText, READS_HTML } from '#shared/panel/render/card-text.ts'
import { button, element } from '../page/element.ts'
import { inputsOf, missingOf } from './card-inputs.ts'
import type { FormInputs } from './gmail-call.ts'
import { simpleHtml } from './simple-html.ts'

/** What a press on a drawn card leads to. */
export interface Presses {
  /** Google calls the add-on, with what stands in the card's inputs. */
  call(action: CardAction, inputs: FormInputs): void
  /** A page opens in a tab of its own. */
  open(url: string): void
}

export interface DrawnCard {
  readonly element: HTMLElement
  /** What lies behind the three dots above the card. */
  readonly menu: readonly HTMLButtonElement[]
}

/**
 * A card as Gmail's side panel shows it, near enough to judge a card by: 300 px wide, its inputs at work.
 * Throws on a widget that is not one of ours: Gmail might show nothing of it, and nobody would know.
 */
export function drawCard({ name, header, sections, cardActions = [] }: Card, presses: Presses): DrawnCard {
  const drawn = element('article', {
    className: 'card',
    ariaLabel: header.title,
    // The focus is put on a card that comes to lie on another.
    tabIndex: -1,
    attributes: { 'data-card': name },
  })
  const click: Click = (onClick) => {
    if ('openLink' in onClick) return presses.open(onClick.openLink.url)
    const missing = missingOf(drawn, onClick.action)
    if (missing) return missing.focus()
    presses.call(onClick.action, inputsOf(drawn))
  }
  drawn.append(headline(header), ...sections.map((one) => section(one, click)))
  const menu = cardActions.map(({ actionLabel, onClick }) =>
    button({ onclick: () => click(onClick) }, ...words('cardAction.label', actionLabel)),
  )
  return { element: drawn, menu }
}

type Click = (onClick: OnClick) => void

function headline({ title, subtitle }: Card['header']): HTMLElement {
  return element(
    'header',
    {},
    element('h2', {}, ...words('header.title', title)),
    subtitle !== undefined && element('p', {}, ...words('header.subtitle', subtitle)),
  )
}

function section({ header, widgets, collapsible }: CardSection, click: Click): HTMLElement {
  const title = header !== undefined && element('h3', {}, ...words('section.header', header))
  const drawn = widgets.map((one) => widget(one, click))
  if (!collapsible) return element('section', {}, title, ...drawn)
  return element('section', {}, element('details', {}, element('summary', {}, title), ...drawn))
}

function widget(one: CardWidget, click: Click): HTMLElement {
  const [[kind, content] = [], ...others] = Object.entries(one)
  const draw = WIDGETS[kind as Kind] as ((content: unknown, click: Click) => HTMLElement) | undefined
  if (!draw || others.length > 0) throw new TypeError(`no widget of a card: ${Object.keys(one)}`)
  return draw(content, click)
}

type Kind = CardWidget extends infer One ? (One extends unknown ? keyof One : never) : never
type Content<K extends Kind> = Extract<CardWidget, Record<K, unknown>>[K]

const WIDGETS: { readonly [K in Kind]: (content: Content<K>, click: Click) => HTMLElement } = {
  textParagraph: ({ text }) => element('p', { className: 'paragraph' }, ...words('textParagraph.text', text)),

  decoratedText: (content, click) => {
    const { onClick } = content
    if (!onClick) return element('div', { className: 'decorated' }, ...decorated(content))
    return button({ className: 'decorated', onclick: () => click(onClick) }, ...decorated(content))
  },

  buttonList: ({ buttons }, click) =>
    element('div', { className: 'buttons' }, ...buttons.map((one) => buttonOf(one, click))),

  textInput: ({ name, label, hintText, value = '', type, validation }) => {
    const control = element(type === 'MULTIPLE_LINE' ? 'textarea' : 'input', { name, value })
    if (validation) control.maxLength = validation.characterLimit
    return input(label, control, hintText)
  },

  selectionInput: ({ name, label, items }) => {
    const options = items.map(({ text, value, selected }) =>
      element('option', { value, selected, defaultSelected: selected }, ...words('choice.text', text)),
    )
    return input(label, element('select', { name }, ...options))
  },

  dateTimePicker: ({ name, label, valueMsEpoch }) => {
    const value = valueMsEpoch === undefined ? '' : new Date(valueMsEpoch).toISOString().slice(0, 10)
    return input(label, element('input', { name, type: 'date', value }))
  },
}

function decorated({ topLabel, text, bottomLabel, wrapText }: DecoratedText): HTMLElement[] {
  const line = (className: string, field: CardText, said: string) =>
    element('span', { className, dir: 'auto' }, ...words(field, said))
  return [
    ...(topLabel === undefined ? [] : [line('top', 'decoratedText.topLabel', topLabel)]),
    line(wrapText ? 'text' : 'text cut', 'decoratedText.text', text),
    ...(bottomLabel === undefined ? [] : [line('bottom', 'decoratedText.bottomLabel', bottomLabel)]),
  ]
}

function buttonOf({ text, altText, color, onClick }: Button, click: Click): HTMLElement {
  const drawn = button({ onclick: () => click(onClick) }, ...words('button.text', text))
  if (altText !== undefined) drawn.ariaLabel = altText
  if (color) {
    drawn.className = 'filled'
    const [red, green, blue] = [color.red, color.green, color.blue].map((part) => Math.round(part * 255))
    drawn.style.setProperty('--fill', `rgb(${red} ${green} ${blue})`)
  }
  return drawn
}

function input(label: string, control: HTMLElement, hint?: string): HTMLElement {
  return element(
    'label',
    { className: 'input' },
    element('span', {}, ...words('input.label', label)),
    control,
    hint !== undefined && element('small', {}, ...words('input.hint', hint)),
  )
}

/** A text of the card: its markup at work where Gmail reads it, each sign as it is where it does not. */
const words = (field: CardText, said: string): (Node | string)[] => (READS_HTML[field] ? simpleHtml(said) : [said])
