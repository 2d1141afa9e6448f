import { element } from './element.ts'

/** A choice: what is sent, and what is read. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** A list to choose from with its label; groups have a heading. */
export function choiceField(
  name: string,
  label: string,
  choices: readonly (Choice | { readonly group: string; readonly choices: readonly Choice[] })[],
): { readonly field: HTMLElement; readonly select: HTMLSelectElement } {
  const select = element('select', '') as HTMLSelectElement
  select.name = name
  select.append(
    ...choices.map((one) => {
      if (!('group' in one)) return new Option(one.label, one.value)
      const group = element('optgroup', '') as HTMLOptGroupElement
      group.label = one.group
      group.append(...one.choices.map(({ value, label }) => new Option(label, value)))
      return group
    }),
  )
  return { field: labelled(label, select), select }
}

export function textField(name: string, label: string, value: string): { field: HTMLElement; input: HTMLInputElement } {
  const input = element('input', '') as HTMLInputElement
  Object.assign(input, { name, value, maxLength: 40 })
  return { field: labelled(label, input), input }
}

export function checkField(name: string, value: string, label: string, checked: boolean): HTMLElement {
  const input = element('input', '') as HTMLInputElement
  Object.assign(input, { type: 'checkbox', name, value, checked })
  return element('label', 'check', input, element('span', '', label))
}

export const checkedIn = (form: HTMLElement, name: string): string[] =>
  [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map(({ value }) => value)

const labelled = (label: string, input: HTMLElement): HTMLElement =>
  element('label', 'field', element('span', 'label', label), input)

export function button(words: string, weight: 'primary' | 'secondary', pressed: () => void): HTMLButtonElement {
  const made = element('button', weight, words) as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', pressed)
  return made
}

/** A part of a page with a heading. */
export function part(key: string, title: string, ...children: (Node | string)[]): HTMLElement {
  const heading = element('h2', '', title)
  heading.id = `${key}-title`
  heading.tabIndex = -1
  const made = element('section', 'access-part', heading, ...children)
  made.dataset.part = key
  made.setAttribute('aria-labelledby', heading.id)
  return made
}
