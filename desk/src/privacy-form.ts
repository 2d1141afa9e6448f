import { ASKED_BY, BASES, type PrivacyKind } from '#shared/privacy/request.ts'
import { element } from './element.ts'
import type { PrivacyWords } from './privacy-words.ts'

export interface TypedPerson {
  readonly addresses: readonly string[]
  readonly phones: readonly string[]
  readonly names: readonly string[]
}

export interface PrivacyForm {
  readonly element: HTMLElement
  /** What is wrong, beside the field; nothing takes it away. */
  wrong(problems: readonly { readonly field: string }[]): void
  busy(is: boolean): void
}

const FIELDS = ['addresses', 'phones', 'names'] as const

/** Who it is about, and what is to be done. */
export function privacyForm(
  say: PrivacyWords,
  pressed: {
    search(person: TypedPerson): void
    ask(kind: PrivacyKind, person: TypedPerson, why: { readonly askedBy: string; readonly basis: string }): void
  },
): PrivacyForm {
  const form = element('form', 'person')
  form.setAttribute('novalidate', '')
  const inputs = FIELDS.map((name) => field(say, name))
  const askedBy = choice(
    say('askedBy'),
    ASKED_BY.map((one) => [one, say(`by_${one}`)] as const),
  )
  const basis = choice(
    say('basis'),
    BASES.map((one) => [one, say(`is_${one}`)] as const),
  )
  const buttons = element('div', 'buttons')
  const button = (label: string, className: string, act: () => void) => {
    const made = element('button', className, label) as HTMLButtonElement
    made.type = 'button'
    made.addEventListener('click', act)
    buttons.append(made)
    return made
  }
  const read = (): TypedPerson => {
    const [addresses = [], phones = [], names = []] = inputs.map(({ input }) =>
      input.value
        .split(/[;；\n]/)
        .map((one) => one.trim())
        .filter(Boolean),
    )
    return { addresses, phones, names }
  }
  const ask = (kind: PrivacyKind) =>
    pressed.ask(kind, read(), { askedBy: askedBy.select.value, basis: basis.select.value })
  const all = [
    button(say('search'), 'primary', () => pressed.search(read())),
    button(say('export'), 'secondary', () => ask('export')),
    button(say('erasure'), 'secondary', () => ask('erasure')),
  ]
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    pressed.search(read())
  })
  form.append(...inputs.map(({ label }) => label), askedBy.label, basis.label, buttons)
  return {
    element: form,
    wrong(problems) {
      for (const [index, name] of FIELDS.entries()) {
        const one = inputs[index]
        const is = problems.some((problem) => problem.field.startsWith(name))
        one?.input.toggleAttribute('aria-invalid', is)
        if (is) one?.input.setAttribute('aria-invalid', 'true')
        if (one)
          one.trouble.textContent = is
            ? read()[name].length > 0
              ? say('wrong', { field: say(name) })
              : say('required')
            : ''
      }
      inputs.find(({ input }) => input.getAttribute('aria-invalid') === 'true')?.input.focus()
    },
    busy(is) {
      for (const one of all) one.disabled = is
    },
  }
}

function field(say: PrivacyWords, name: (typeof FIELDS)[number]) {
  const input = document.createElement('input')
  input.type = 'text'
  input.name = name
  input.autocomplete = 'off'
  const trouble = element('span', 'field-trouble')
  trouble.id = `${name}-trouble`
  input.setAttribute('aria-describedby', trouble.id)
  input.placeholder = say('several')
  return { input, trouble, label: element('label', 'field', element('span', '', say(name)), input, trouble) }
}

function choice(name: string, options: readonly (readonly [string, string])[]) {
  const select = document.createElement('select')
  for (const [value, label] of options) select.add(new Option(label, value))
  return { select, label: element('label', 'field', element('span', '', name), select) }
}
