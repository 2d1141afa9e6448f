import { type Language, say } from '#shared/i18n/language.ts'
import type { FormField } from '../panel.ts'
import { html, type Markup } from './markup.ts'
import { CHOOSE } from './words.ts'

/** A form's field: its label, where to type or choose, and the hint tied to it. `id` is the control's. */
export function fieldHtml(field: FormField, id: string, language: Language): Markup {
  const required = field.required && html` required`
  const described = field.hint && html` aria-describedby="${id}.hint"`
  const attributes = html` id="${id}" name="${field.key}"${required}${described}`
  return html`
    <div class="field">
      <label for="${id}"><bdi>${field.label}</bdi></label>
      ${CONTROLS[field.input](field, attributes, language)}
      ${field.hint && html`<p class="hint" id="${id}.hint" dir="auto">${field.hint}</p>`}
    </div>`
}

type Control = (field: FormField, attributes: Markup, language: Language) => Markup

const CONTROLS: { readonly [K in FormField['input']]: Control } = {
  text: ({ value = '', max }, attributes) => html`
    <input type="text" dir="auto" autocomplete="off"${attributes}${most(max)} value="${value}">`,

  // The parser drops a line break right after the tag, so it is given one before the value's own.
  lines: ({ value = '', max }, attributes) => html`
    <textarea rows="3" dir="auto"${attributes}${most(max)}>${'\n'}${value}</textarea>`,

  date: ({ value = '' }, attributes) => html`<input type="date"${attributes} value="${value}">`,

  // Not `type="number"`: that one reads separators in its own way and hides what it cannot read.
  number: ({ value = '' }, attributes) => html`
    <input type="text" inputmode="decimal" autocomplete="off"${attributes} value="${value}">`,

  choice: ({ value, required, choices = [] }, attributes, language) => {
    const settled = required && choices.some((choice) => choice.value === value)
    return html`
      <select${attributes}>
        ${settled ? '' : html`<option value="">${say(CHOOSE, language)}</option>`}
        ${choices.map(
          (choice) => html`
        <option value="${choice.value}"${choice.value === value && html` selected`}>${choice.label}</option>`,
        )}
      </select>`
  },
}

const most = (max: number | undefined) => max !== undefined && html` maxlength="${max}"`
