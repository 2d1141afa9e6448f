import type { Reported } from '#shared/customer/match/report.ts'
import type { Warning } from '#shared/customer/match/warnings.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { span } from '#shared/i18n/dates.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { SUMMARY_MAX, type Tone, type Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** What somebody should know before they believe a mail, in front of everything else. */
export const warnings: SectionBuilder<Situation> = {
  key: 'warnings',
  build(situation, view) {
    const { warnings: all = [], reported } = situation
    const { language, offers } = view
    if (all.length === 0 && !reported) return null
    const notes = all.map((one): Widget => ({ kind: 'note', text: sentence(one, language), tone: toneOf(one) }))
    const isBad = reported !== undefined || all.some((one) => toneOf(one) === 'danger')
    const advice: Widget[] = isBad ? [{ kind: 'note', text: doNot(situation, language), tone: 'danger' }] : []
    const known: Widget[] = reported ? [{ kind: 'note', text: toldBy(reported, view), tone: 'danger' }] : []
    // What can be done is seen at a glance, however much there is to beware of.
    const done = offers('warnings')
    const whole = [...[...known, ...notes, ...advice].slice(0, SUMMARY_MAX - done.length), ...done]
    return {
      title: (isBad ? DANGER : CAUTION)[language],
      tone: isBad ? 'danger' : 'warning',
      summary: whole,
    }
  },
}

function toldBy({ by, at }: Reported, { language, now }: View): string {
  const ago = span(Math.max(1, Math.floor((now - at) / 60_000)), language)
  return say(by === null ? REPORTED : REPORTED_BY, language, { who: by ?? '', ago })
}

const REPORTED_BY = text(
  'Mails from this sender were reported by {who}, {ago} ago: finance and the owner know.',
  '{who} {ago}前已上报此发件人，财务和客户负责人已知悉。',
)
const REPORTED = text('Mails from this sender were reported {ago} ago.', '{ago}前已上报此发件人。')

const DANGER = text('Careful: this may be fraud', '警惕：可能是诈骗邮件')
const CAUTION = text('Look twice', '请核对')
const DO_NOT = text(
  'Do not answer and do not pay: call the number on file.',
  '请勿回复，请勿付款：请拨打档案中的电话核实。',
)

/** With the number itself, for whoever may see it; of a colleague's customer it is the colleague who has it. */
function doNot(situation: Situation, language: Language): string {
  const alike = situation.warnings?.find((one) => one.kind === 'look_alike')
  const phone = alike ? (alike.known?.phone ?? null) : phoneOnFile(situation)
  if (phone !== null) return say(DO_NOT_CALL, language, { phone })
  if (alike && alike.known === null && alike.owner !== null) return say(DO_NOT_ASK, language, { name: alike.owner })
  return DO_NOT[language]
}

function phoneOnFile(situation: Situation): string | null {
  if (situation.kind !== 'customer') return null
  const { contact, recents } = situation.file
  const all = [contact?.phones, ...recents.contact.records.map(({ values }) => values.phones)]
  const [phone] = all.flatMap((phones) => (Array.isArray(phones) ? phones : []))
  return phone === undefined ? null : String(phone)
}

const DO_NOT_CALL = text(
  'Do not answer and do not pay: call the number on file. It is {phone}.',
  '请勿回复，请勿付款：请拨打档案中的电话核实：{phone}。',
)
const DO_NOT_ASK = text(
  'Do not answer and do not pay: call the number on file. {name} has it.',
  '请勿回复，请勿付款：请拨打档案中的电话核实（号码在 {name} 处）。',
)

function toneOf(one: Warning): Tone {
  switch (one.kind) {
    case 'look_alike':
      return one.how === 'other_ending' ? 'warning' : 'danger'
    case 'reply_to':
      return one.freemail ? 'danger' : 'warning'
    case 'name_shows_other':
      return 'danger'
    case 'bank_change':
      return one.suspect ? 'danger' : 'warning'
    case 'new_address':
      return 'warning'
  }
}

function sentence(one: Warning, language: Language): string {
  switch (one.kind) {
    case 'look_alike': {
      if (one.known === null) {
        const whose = one.owner === null ? LIKE_NOBODYS : LIKE_COLLEAGUES
        return say(whose, language, { domain: one.domain, name: one.owner ?? '' })
      }
      const { domain: known, customer } = one.known
      return say(one.how === 'other_ending' ? OTHER_ENDING : LIKE, language, { domain: one.domain, known, customer })
    }
    case 'reply_to':
      return say(one.freemail ? FREEMAIL_REPLY : OTHER_REPLY, language, { from: one.from, other: one.replyTo })
    case 'name_shows_other':
      return say(SHOWS, language, { shown: one.shown, address: one.address })
    case 'bank_change':
      return BANK[language]
    case 'new_address':
      return say(FIRST, language, { address: one.address })
  }
}

const LIKE = text('{domain} is not {known} ({customer}).', '{domain} 不是 {known}（{customer}）。')
const OTHER_ENDING = text(
  '{domain} is not known; {customer} writes from {known}.',
  '{domain} 未登记；{customer} 使用的域名是 {known}。',
)
const LIKE_COLLEAGUES: Text = text(
  '{domain} looks like the domain of a customer of {name}, and is not.',
  '{domain} 与 {name} 的某客户域名相似，但并不相同。',
)
const LIKE_NOBODYS = text(
  '{domain} looks like the domain of another customer, and is not.',
  '{domain} 与另一客户的域名相似，但并不相同。',
)
const FREEMAIL_REPLY = text(
  'Answers would go to {other}, a free mail address, and not to {from}.',
  '回复将发往免费邮箱 {other}，而不是 {from}。',
)
const OTHER_REPLY = text('Answers would go to {other} and not to {from}.', '回复将发往 {other}，而不是 {from}。')
const SHOWS = text(
  'The sender is shown as {shown}; the mail is from {address}.',
  '发件人显示为 {shown}，实际来自 {address}。',
)
const BANK = text(
  'It speaks of bank details: nothing is paid to a new account before a call to the number on file.',
  '邮件涉及收款账户：未按档案电话核实前，不得向新账户付款。',
)
const FIRST = text(
  'First mail from {address}: none of their known people writes from there.',
  '首次收到 {address} 的邮件：该客户的已知联系人未使用此邮箱。',
)
