import type { Situation, TimelineItem } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import { interaction } from '#shared/trade/interaction.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'
import { isOwnLog } from '../logged.ts'

/** How long it is offered to whoever wrote it. */
const OFFERED_MS = 10 * 60_000

/** Takes back what one has just logged oneself: a slip of the finger is none of the customer's history. */
export const undoLog: LateAction<'interaction'> = {
  name: 'undo-log',
  on: 'interaction',
  needs: { type: 'interaction', verb: 'create' },
  section: 'timeline',

  offers(situation, view) {
    const item = justLogged(situation, view.viewer.id, view.now)
    if (!item) return []
    const what = interaction.fields.kind.choices[item.kind][view.language]
    const form = formOf({
      action: 'undo-log',
      target: { type: 'interaction', id: item.id, version: item.version },
      label: say(text('Undo: {what}', '撤销：{what}'), view.language, { what }),
      fields: {},
      language: view.language,
    })
    return [{ form, on: item.standing ?? 0 }]
  },

  fields: () => ({}),
  late: async () => (await import('./undo-log-late.ts')).undoLogLate,
}

/** The last item that somebody wrote within the last minutes, if it is one of theirs. */
function justLogged(situation: Situation, me: string, now: number): TimelineItem | null {
  if (situation.kind !== 'customer') return null
  const own = (situation.file.timeline ?? []).filter((item) => isOwnLog(item, me) && now - item.created_at < OFFERED_MS)
  return own.sort((a, b) => b.created_at - a.created_at)[0] ?? null
}
