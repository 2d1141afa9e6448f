import type { Claim, Situation } from '#shared/customer/situation.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

type Taken = Extract<Situation, { kind: 'taken' }>

/** The sender's firm is a colleague's customer (撞单): whose it is, a way to ask for it, and nothing of what is in its file. */
export const taken: SectionBuilder<Taken> = {
  key: 'taken',
  build({ sender, claim }, view) {
    const { language } = view
    const name = claim.owner ?? ''
    const facts: Widget[] = sender
      ? [{ kind: 'item', title: sender.name || sender.address, lines: sender.name ? [sender.address] : [] }]
      : []
    const whose: Widget = {
      kind: 'fact',
      label: text('Owner', '负责人')[language],
      value: claim.owner ?? text('nobody yet', '尚无')[language],
    }
    const asked: Widget = {
      kind: 'note',
      text: say(ASKED, language, { name }),
      tone: 'good',
    }
    const offers = view.offers('taken').slice(0, 1)
    const advice: Widget = {
      kind: 'note',
      text: say(adviceFor(claim, offers.length > 0), language, { name }),
      tone: 'info',
    }
    return {
      title: text('A customer already', '已是客户')[language],
      summary: [...facts, whose, claim.asked ? asked : advice, ...offers],
    }
  },
}

function adviceFor({ owner }: Claim, mayAsk: boolean): Text {
  if (owner === null) return UNOWNED
  return mayAsk ? TALK_OR_ASK : TALK
}

const TALK = text('Talk to {name} before you answer.', '回复前请先与 {name} 沟通。')
const TALK_OR_ASK = text(
  'Talk to {name} before you answer, or ask to share the customer or to take it over.',
  '回复前请先与 {name} 沟通，或申请共享或接手该客户。',
)
const UNOWNED = text('Ask your superior to give it to somebody.', '请让上级指定负责人。')
const ASKED = text(
  'You have asked for this customer. {name} sees it beside their mails.',
  '您已申请该客户，{name} 会在其邮件旁看到。',
)
