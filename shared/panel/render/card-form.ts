import type { Problem } from '#shared/api.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { dayNumber } from '#shared/time/civil-date.ts'
import type { Form, FormField } from '../panel.ts'
import type { Deck, FormPlace, Meaning } from './card-intent.ts'
import { CARD_CHOICES_MAX, type CardWidget } from './card-json.ts'
import { button, press } from './card-press.ts'
import { type Line, wellFormed, written } from './card-text.ts'
import { plain } from './plain.ts'
import { attention, CHOOSE } from './words.ts'

/** What became of a form that was sent and not taken: it comes back as it was typed, each problem at its field. */
export interface Returned {
  /** By field, as {@link submittedInput} read them. */
  readonly typed: Readonly<Record<string, string | null>>
  readonly problems: readonly Problem[]
}

/** A form's fields as Gmail's inputs, and the button that sends them. */
export async function formWidgets(
  form: Form,
  place: { readonly language: Language; readonly deck: Deck; readonly stands: FormPlace },
  returned?: Returned,
): Promise<CardWidget[]> {
  const { language, deck, stands } = place
  const problems = returned?.problems ?? []
  const keys = form.fields.map(({ key }) => key)
  const wrong = ({ message }: Problem): Line => [{ strong: attention('warning', language) }, message]
  const homeless = problems.filter(({ field }) => !keys.includes(field)).map(wrong)
  const above = [...homeless, ...(form.hint ? [form.hint] : [])].map(paragraph)
  const inputs = form.fields.flatMap((field) => {
    const own = problems.filter((problem) => problem.field === field.key).map(wrong)
    return INPUTS[field.input]({
      field,
      name: inputName(form, field.key),
      label: labelOf(field, language),
      value: (returned ? returned.typed[field.key] : field.value) ?? '',
      notes: [...own, ...(field.hint ? [field.hint] : [])],
      language,
    })
  })
  const required = form.fields.filter((field) => field.required).map(({ key }) => inputName(form, key))
  const optional = form.fields.filter((field) => !field.required).map(({ key }) => key)
  const send = await press({ kind: 'submit', ...stands, optional }, deck, {
    ...(form.fields.length > 0 ? { persistValues: true as const } : {}),
    ...(required.length > 0 ? { requiredWidgets: required } : {}),
  })
  return [...above, ...inputs, button(form.label, send, form)]
}

/** The name of a field on the card, unlike any other's there: a card may hold several forms. */
function inputName({ action, target }: Pick<Form, 'action' | 'target'>, key: string): string {
  return `${action}/${target.id}/${key}`
}

/**
 * What the fields of a submitted form say, by key, ready for its action: an emptied field is `null`, a
 * required one is left out. `inputs` are the event's, by the names they bear on the card.
 */
export function submittedInput(
  intent: Extract<Meaning, { kind: 'submit' }>,
  inputs: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const ours = inputName(intent, '')
  const typed = Object.entries(inputs)
    .filter(([name, value]) => name.startsWith(ours) && value !== '')
    .map(([name, value]) => [name.slice(ours.length), value] as const)
  return Object.fromEntries([...intent.optional.map((key) => [key, null] as const), ...typed])
}

const REQUIRED = text('{label} (required)', '{label}（必填）')

function labelOf({ label, required }: FormField, language: Language): string {
  return written('input.label', required ? say(REQUIRED, language, { label: plain(label) }) : label)
}

interface Asked {
  readonly field: FormField
  readonly name: string
  readonly label: string
  readonly value: string
  /** Read beside the input. */
  readonly notes: readonly Line[]
  readonly language: Language
}

const INPUTS: { readonly [K in FormField['input']]: (asked: Asked) => CardWidget[] } = {
  text: (asked) => [textInput(asked, 'SINGLE_LINE')],

  lines: (asked) => [textInput(asked, 'MULTIPLE_LINE')],

  // Gmail's own check of numbers would refuse separators that we read.
  number: (asked) => [textInput(asked, 'SINGLE_LINE')],

  date: ({ name, label, value, notes }) => {
    const day = dayNumber(value)
    const chosen = day === null ? {} : { valueMsEpoch: day * DAY_MS }
    return [{ dateTimePicker: { name, label, type: 'DATE_ONLY', ...chosen } }, ...notes.map(paragraph)]
  },

  choice: ({ field, name, label, value, notes, language }) => {
    const { shown, left } = choicesToShow(field, value)
    const settled = field.required && shown.some((choice) => choice.value === value)
    const unchosen = { text: written('choice.text', say(CHOOSE, language)), value: '' }
    const items = [
      ...(settled ? [] : [{ ...unchosen, selected: !shown.some((choice) => choice.value === value) }]),
      ...shown.map((choice) => ({
        text: written('choice.text', choice.label),
        value: choice.value,
        selected: choice.value === value,
      })),
    ]
    const end = left > 0 ? [say(CHOICES_LEFT, language, { left })] : []
    return [{ selectionInput: { name, label, type: 'DROPDOWN', items } }, ...[...notes, ...end].map(paragraph)]
  },
}

const DAY_MS = 86_400_000

const CHOICES_LEFT = text('{left} more choices do not fit on a card.', '另有{left}个选项无法在此显示。')

/** As many choices as Gmail shows, the present one among them, with room for the empty one. */
function choicesToShow({ choices = [] }: FormField, value: string) {
  const room = CARD_CHOICES_MAX - 1
  if (choices.length <= room) return { shown: choices, left: 0 }
  const present = choices.findIndex((choice) => choice.value === value)
  const shown = choices.filter((_, at) => at < room - 1 || (present < room ? at === room - 1 : at === present))
  return { shown, left: choices.length - room }
}

function textInput({ field, name, label, value, notes }: Asked, type: 'SINGLE_LINE' | 'MULTIPLE_LINE'): CardWidget {
  return {
    textInput: {
      name,
      label,
      ...(notes.length > 0 ? { hintText: written('input.hint', ...notes) } : {}),
      ...(value === '' ? {} : { value: wellFormed(value) }),
      type,
      ...(field.max === undefined ? {} : { validation: { characterLimit: field.max } }),
    },
  }
}

export const paragraph = (line: Line): CardWidget => ({
  textParagraph: { text: written('textParagraph.text', line) },
})
