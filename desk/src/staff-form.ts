import { element } from './element.ts'

/** A choice with its label; an empty value stands for what is chosen by nobody. */
export function chooser(
  id: string,
  label: string,
  options: readonly (readonly [value: string, name: string])[],
): { readonly field: HTMLElement; readonly select: HTMLSelectElement } {
  const select = element('select', '') as HTMLSelectElement
  select.id = id
  select.append(
    ...options.map(([value, name]) => {
      const option = element('option', '', name) as HTMLOptionElement
      option.value = value
      return option
    }),
  )
  const named = element('label', '', label)
  named.setAttribute('for', id)
  return { field: element('div', 'field', named, select), select }
}

/** A field to type into. */
export function typed(id: string, label: string, type: 'date' | 'text') {
  const input = element('input', '') as HTMLInputElement
  input.id = id
  input.type = type
  input.required = true
  const named = element('label', '', label)
  named.setAttribute('for', id)
  return { field: element('div', 'field', named, input), input }
}

/** A button that does something once at a time. */
export function doer(className: string, label: string, act: () => Promise<void>): HTMLElement {
  const button = element('button', className, label) as HTMLButtonElement
  button.type = 'button'
  button.addEventListener('click', async () => {
    button.disabled = true
    await act()
    button.disabled = false
  })
  return button
}
