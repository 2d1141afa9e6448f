import { text } from '#shared/i18n/language.ts'
import type { Late } from '../action.ts'
import { isOwnLog } from '../logged.ts'
import { refusal } from '../refusal.ts'

/** What `undo-log.ts` decides. */
export const undoLogLate: Late<'interaction'> = {
  decide({ target, view }) {
    if (!isOwnLog(target, view.viewer.id)) return refusal('filed_by', 'not_yours', NOT_YOURS, view.language)
    if (view.now - target.created_at > TAKEN_BACK_MS) return refusal('created_at', 'too_late', TOO_LATE, view.language)
    return { kind: 'saved', changes: [{ kind: 'remove', type: 'interaction', before: target }] }
  },
}

/** Offered for ten minutes, taken for a day: a form may stand open in a pane over lunch. */
const TAKEN_BACK_MS = 24 * 60 * 60_000
const NOT_YOURS = text('Only who logged it takes it back.', '只能由记录人撤销。')
const TOO_LATE = text('After a day it belongs to the history.', '已超过一天，不能撤销。')
