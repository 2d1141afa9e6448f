import { reportKey } from '#shared/customer/match/report.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Late } from '../action.ts'
import { refusal } from '../refusal.ts'

/** A task for each who is told, and a mail about it; the first one says that this sender is reported. */
export const reportMailLate: Late<'task'> = {
  decide({ situation, message, view, alerted = [], newId }) {
    const [address] = message ? partiesOf(message, view.domains).addresses : []
    if (address === undefined || !situation.warnings?.length) {
      return refusal('message', 'nothing_wrong', NOTHING, view.language)
    }
    const told = [...new Set([...ownersOf(situation), ...alerted])].slice(0, TOLD_MAX)
    const people = told.length > 0 ? told : [view.viewer.id]
    const title = say(TITLE, view.language, { address }).slice(0, 200)
    const changes = people.map(
      (person, at): Change => ({
        kind: 'create',
        type: 'task',
        id: newId(),
        values: {
          title,
          kind: 'check',
          assignee_id: person,
          priority: 1,
          dedupe_key: at === 0 ? reportKey(address) : `${reportKey(address)} ${person}`,
        },
      }),
    )
    return { kind: 'saved', changes, alerts: true }
  },
}

const TOLD_MAX = 10

/** Whoever has the customer that it looks like, else the one that it is taken for. */
function ownersOf(situation: Situation): string[] {
  const alike = situation.warnings?.find((one) => one.kind === 'look_alike')
  const owner = alike ? alike.ownerId : situation.kind === 'customer' ? situation.file.customer.owner_id : null
  return owner ? [owner] : []
}

const TITLE = text(
  'Suspicious mail from {address}: pay nothing, call the number on file',
  '可疑邮件 {address}：请勿付款，请按档案电话核实',
)
const NOTHING = text('There is nothing to report about this mail.', '此邮件没有需要上报的内容。')
