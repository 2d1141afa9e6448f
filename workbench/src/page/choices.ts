import { element } from './element.ts'

interface Choices<Value extends string> {
  readonly element: HTMLElement
  choose(value: Value): void
}

/** One of a few, side by side: radio buttons, so that the arrow keys work as everywhere. */
export function choices<Value extends string>(
  name: string,
  label: string,
  options: Readonly<Record<Value, string>>,
  chosen: (value: Value) => void,
): Choices<Value> {
  const radios = new Map<Value, HTMLInputElement>()
  const labels = (Object.keys(options) as Value[]).map((value) => {
    const radio = element('input', {
      type: 'radio',
      name,
      value,
      id: `${name}-${value}`,
      onchange: () => chosen(value),
    })
    radios.set(value, radio)
    return element('label', {}, radio, element('span', {}, options[value]))
  })
  return {
    element: element('fieldset', { className: 'choices' }, element('legend', {}, label), element('div', {}, ...labels)),
    choose(value) {
      const radio = radios.get(value)
      if (radio) radio.checked = true
    },
  }
}
