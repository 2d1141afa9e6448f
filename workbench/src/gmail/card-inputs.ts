import type { CardAction } from '#shared/panel/render/card-json.ts'
import type { FormInputs } from './gmail-call.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controlsOf = (card: HTMLElement): Control[] => [
  ...card.querySelectorAll<Control>('input[name], textarea[name], select[name]'),
]

/** What stands in a card’s inputs. */
export function inputsOf(card: HTMLElement): FormInputs {
  const filled = controlsOf(card).filter(({ value }) => value !== '')
  return Object.fromEntries(
    filled.map(({ name, type, value }) => [
      name,
      type === 'date'
        ? { dateInput: { msSinceEpoch: String(Date.parse(`${value}T00:00:00Z`)) } }
        : { stringInputs: { value: [value] } },
    ]),
  )
}

/** The first input that an action needs and that is empty; all of them are marked. */
export function missingOf(card: HTMLElement, { requiredWidgets = [] }: CardAction): HTMLElement | undefined {
  const needed = controlsOf(card).filter(({ name }) => requiredWidgets.includes(name))
  for (const control of needed) control.ariaInvalid = control.value === '' ? 'true' : null
  return needed.find(({ value }) => value === '')
}
