import { text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const FIELDS = {
  note: { kind: 'text', max: 2000, lines: true, required: true, label: text('Note', '备注') },
} as const satisfies Fields

/** How much of a note stands as its headline in the timeline. */
const SUBJECT_LENGTH = 120

/** Writes a note into the customer's timeline. */
export const addNote: Action<'customer'> = {
  name: 'add-note',
  on: 'customer',
  adds: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'timeline',

  offers(situation, view) {
    if (situation.kind !== 'customer') return []
    const { id, standing = 0 } = situation.file.customer
    const form = formOf({
      action: 'add-note',
      target: { type: 'customer', id },
      label: text('Add a note', '添加备注')[view.language],
      fields: FIELDS,
      language: view.language,
      folded: true,
    })
    return [{ form, on: standing }]
  },

  fields: () => FIELDS,

  decide({ target, input, view, newId }) {
    const note = String(input.note).trim()
    const [firstLine = ''] = note.split(/[\r\n]/, 1)
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'interaction',
          id: newId(),
          values: {
            kind: 'note',
            direction: 'internal',
            occurred_at: view.now,
            customer_id: target.id,
            subject: [...firstLine].slice(0, SUBJECT_LENGTH).join(''),
            snippet: note,
            filed_by: view.viewer.id,
          },
        },
      ],
    }
  },
}
