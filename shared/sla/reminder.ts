import { claimDue } from '#shared/customer/claim.ts'
import type { InquirySituation } from '#shared/customer/situation.ts'
import { dateTime, span } from '#shared/i18n/dates.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'
import { renderText } from '#shared/panel/render/text.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { situationPanel } from '#shared/panel/situation-panel.ts'
import type { Told } from './recipients.ts'
import type { Level } from './rule.ts'

/** A mail that reminds a member of staff of something: in their language, with nothing that they may not see. */
export interface Reminder {
  /** One line. */
  readonly subject: string
  readonly text: string
}

/**
 * That an inquiry waits to be claimed: why its reader gets the mail, what they can do, the inquiry's panel as they see
 * it, and where it is. `levels` are those the mail stands for, `as` what its reader is to it.
 */
export function claimReminder(
  situation: InquirySituation,
  { levels, as, link }: { levels: readonly Level[]; as: Told; link: string },
  view: Omit<View, 'offers'>,
): Reminder {
  const { language, now, timezone } = view
  const { inquiry, owner, team } = situation
  const panel = situationPanel(situation, view)
  const left = Math.floor((claimDue(inquiry) - now) / 60_000)
  const values = {
    number: inquiry.doc_no,
    name: panel.title,
    span: span(Math.max(1, Math.abs(left)), language),
    received: dateTime(inquiry.received_at, timezone),
    due: dateTime(claimDue(inquiry), timezone),
    who: plain(owner?.alias ?? team ?? text('nobody', '无人')[language]),
  }
  const together = levels.map(({ label }) => label[language]).join(language === 'en' ? '; ' : '；')
  const paragraphs = [
    say(as === 'responsible' && !owner ? POOLED : WHY[as], language, values),
    say(DO[as === 'responsible' ? 'responsible' : 'others'], language, values),
    ...(levels.length > 1 ? [say(TOGETHER, language, { together })] : []),
    renderText(panel, timezone).trimEnd(),
    say(OPEN, language, { link }),
  ]
  return {
    subject: plain(say(left > 0 ? WAITS : LATE, language, values)),
    text: `${paragraphs.join('\n\n')}\n`,
  }
}

const WAITS = text('{number} · {name}: to be claimed in {span}', '{number} · {name}：须在{span}内认领')
const LATE = text('{number} · {name}: not claimed, {span} late', '{number} · {name}：未认领，已超时{span}')

const POOLED = text(
  'This inquiry lies in the pool of your team and nobody has claimed it. It came at {received} and is to be claimed by {due}.',
  '此询盘在您团队的公海中，尚无人认领。收到时间 {received}，认领期限 {due}。',
)

const WHY: Readonly<Record<Told, Text>> = {
  responsible: text(
    'This inquiry is with you and you have not claimed it. It came at {received} and is to be claimed by {due}.',
    '此询盘已分配给您，您尚未认领。收到时间 {received}，认领期限 {due}。',
  ),
  superior: text(
    'You are above the one this inquiry is with ({who}), and it has not been claimed by {due}.',
    '您是此询盘负责方（{who}）的上级，该询盘未在期限 {due} 前认领。',
  ),
  second_superior: text(
    'This inquiry (with {who}) has not been claimed by {due}; you are above the superior of whoever it is with.',
    '此询盘（负责方：{who}）未在期限 {due} 前认领；您是负责方上级的上级。',
  ),
  fallback: text(
    'This inquiry (with {who}) is to be claimed by {due} and has not been; you are the last whom the firm tells.',
    '此询盘（负责方：{who}）的认领期限为 {due}，至今未认领；您是公司的最后提醒对象。',
  ),
  deputy: text(
    'This inquiry (with {who}) has not been claimed and is to be by {due}; you stand in for somebody who is away.',
    '此询盘（负责方：{who}）尚未认领，认领期限为 {due}；您是休假同事的代理人。',
  ),
  stand_in: text(
    'This inquiry (with {who}) is to be claimed by {due} and has not been; whoever would be told may not see it.',
    '此询盘（负责方：{who}）的认领期限为 {due}，至今未认领；原提醒对象无权查看。',
  ),
}

const DO = {
  responsible: text(
    'Claim it in Quayside, or have it given to somebody who can answer today.',
    '请在 Quayside 中认领，或转交给今天能回复的同事。',
  ),
  others: text(
    'Claim it in Quayside yourself, or see that somebody does.',
    '请在 Quayside 中自行认领，或安排同事认领。',
  ),
}

const TOGETHER = text('Reached together, in one mail: {together}.', '同时到达，合并为一封：{together}。')
const OPEN = text('Open it: {link}', '打开：{link}')
