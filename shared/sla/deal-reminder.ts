import type { Situation } from '#shared/customer/situation.ts'
import { dealState } from '#shared/deal/deal-state.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import { renderText } from '#shared/panel/render/text.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import type { PlannedLevel } from './planned-clock.ts'
import type { Told } from './recipients.ts'
import type { Reminder } from './reminder.ts'

/**
 * That a clock of a deal has reached a level: which one, why its reader gets the mail, the deal's panel as they see it, and
 * where it is. `levels` are those the mail stands for, the last one said first.
 */
export function dealReminder(
  situation: Situation,
  { levels, as, link }: { levels: readonly PlannedLevel[]; as: Told; link: string },
  view: Omit<View, 'offers'>,
): Reminder {
  const { language, timezone } = view
  const { deal } = situation
  const panel = situationPanel(situation, view)
  const last = levels.at(-1)
  const stages = deal
    ? dealState(deal.deal).tokens.map(({ node }) => deal.road?.nodes.get(node)?.name[language] ?? node)
    : []
  const values = {
    number: deal?.deal.doc_no ?? '',
    name: plain(deal?.deal.subject ?? ''),
    what: plain(last?.label[language] ?? ''),
    at: last ? dateTime(last.at, timezone) : '',
    stage: plain(stages.join(language === 'en' ? ', ' : '、')),
  }
  const together = levels.map(({ label }) => label[language]).join(language === 'en' ? '; ' : '；')
  const paragraphs = [
    say(WHAT, language, values),
    say(WHY[as], language, values),
    ...(levels.length > 1 ? [say(TOGETHER, language, { together })] : []),
    renderText(panel, timezone).trimEnd(),
    say(OPEN, language, { link }),
  ]
  return { subject: plain(say(SUBJECT, language, values)), text: `${paragraphs.join('\n\n')}\n` }
}

const SUBJECT = text('{number} · {name}: {what}', '{number} · {name}：{what}')
const WHAT = text('{what} ({at}). The deal is at: {stage}.', '{what}（{at}）。生意当前阶段：{stage}。')

const ABOVE = text(
  'You are told because you are above the one whose turn it is.',
  '您收到此提醒，因为您是当前负责人的上级。',
)
const WHY: Readonly<Record<Told, Text>> = {
  responsible: text('You are told because it is with you.', '您收到此提醒，因为此事由您负责。'),
  superior: ABOVE,
  second_superior: ABOVE,
  fallback: text(
    'You are told because you are the last whom the firm tells.',
    '您收到此提醒，因为您是公司的最后提醒对象。',
  ),
  deputy: text(
    'You are told because you stand in for somebody who is away.',
    '您收到此提醒，因为您是休假同事的代理人。',
  ),
  stand_in: text(
    'You are told because whoever would be told may not see it.',
    '您收到此提醒，因为原提醒对象无权查看。',
  ),
}

const TOGETHER = text('Reached together, in one mail: {together}.', '同时到达，合并为一封：{together}。')
const OPEN = text('Open it: {link}', '打开：{link}')
