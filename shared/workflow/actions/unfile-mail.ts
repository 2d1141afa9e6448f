import { may } from '#shared/access/access.ts'
import { text } from '#shared/i18n/language.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

/** Takes a filed mail out again: the item, its files and its words go; that it was there stays in the history. */
export const unfileMail: Action<'interaction'> = {
  name: 'unfile-mail',
  on: 'interaction',
  needs: { type: 'interaction', verb: 'create' },
  section: 'filing',

  offers({ filed }, view) {
    if (filed?.item.kind !== 'mail') return []
    const { id, version, standing = 0, filed_by } = filed.item
    if (filed_by !== view.viewer.id && !mayTakeOut(view, standing, filed.item.visibility)) return []
    const form = formOf({
      action: 'unfile-mail',
      target: { type: 'interaction', id, version },
      label: text('Undo filing', '撤销归档')[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: standing }]
  },

  fields: () => ({}),

  decide({ target, view }) {
    if (target.kind !== 'mail') return refusal('kind', 'no_mail', NO_MAIL, view.language)
    if (target.filed_by !== view.viewer.id && !mayTakeOut(view, target.standing ?? 0, target.visibility)) {
      return refusal('filed_by', 'not_yours', NOT_YOURS, view.language)
    }
    return { kind: 'saved', changes: [{ kind: 'remove', type: 'interaction', before: target }] }
  },
}

/** A colleague's, too, by whoever keeps the timeline; a private one is its filer's alone. */
const mayTakeOut = (
  { access }: { readonly access: Parameters<typeof may>[0] },
  standing: number,
  visibility: string | null,
): boolean => visibility !== 'private' && may(access, 'interaction', 'edit', standing)

const NO_MAIL = text('This is no filed mail.', '这不是已归档的邮件。')
const NOT_YOURS = text('Whoever filed it takes it out, or whose customer it is.', '只能由归档人或客户负责人撤销。')
