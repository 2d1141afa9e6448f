import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { paragraph } from '#shared/panel/render/card-form.ts'
import type { Deck } from '#shared/panel/render/card-intent.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { button, press } from '#shared/panel/render/card-press.ts'
import { written } from '#shared/panel/render/card-text.ts'

/** Everything that can keep a panel from being shown: what happened, and what the reader can do about it. */
const SAID = {
  not_invited: {
    what: text('Quayside does not know this Google account.', 'Quayside 不认识此 Google 账号。'),
    remedy: text(
      'Ask your administrator for an invitation, or open Gmail with the account you were invited with.',
      '请联系管理员邀请您，或使用受邀账号打开 Gmail。',
    ),
  },
  signed_out: {
    what: text('Gmail no longer vouches for you.', 'Gmail 的登录凭证已失效。'),
    remedy: text('Reload Gmail and open the mail again.', '请刷新 Gmail，再重新打开这封邮件。'),
  },
  not_allowed: {
    what: text('Gmail does not let Quayside read this mail.', 'Gmail 不允许 Quayside 读取此邮件。'),
    remedy: text(
      'Allow it when Gmail asks, or ask your administrator whether the add-on is permitted.',
      '请在 Gmail 提示时授权，或向管理员确认此插件是否获准使用。',
    ),
  },
  mail_gone: {
    what: text('Gmail cannot find this mail.', 'Gmail 找不到此邮件。'),
    remedy: text('It may have been deleted. Open another mail.', '邮件可能已被删除，请打开其他邮件。'),
  },
  gmail_busy: {
    what: text('Gmail asks for a little patience.', 'Gmail 暂时限制了访问次数。'),
    remedy: text('Wait a minute, then try again.', '请稍等一分钟后重试。'),
  },
  gmail_silent: {
    what: text('Gmail does not answer.', 'Gmail 没有响应。'),
    remedy: text('Try again in a moment. Nothing was lost.', '请稍后重试，数据没有丢失。'),
  },
  unreadable: {
    what: text('Gmail sent something that Quayside cannot read.', 'Quayside 无法读取 Gmail 发来的内容。'),
    remedy: text('Reload Gmail. If it stays, tell your administrator.', '请刷新 Gmail。如问题仍在，请告知管理员。'),
  },
  failed: {
    what: text('Something went wrong on our side.', '服务出现问题。'),
    remedy: text('Try again. If it stays, tell your administrator.', '请重试。如问题仍在，请告知管理员。'),
  },
} as const satisfies Record<string, { readonly what: Text; readonly remedy: Text }>

export type Trouble = keyof typeof SAID
export const TROUBLES = Object.keys(SAID) as readonly Trouble[]

/** What happened, in a sentence. */
export const whatOf = (trouble: Trouble, language: Language): string => say(SAID[trouble].what, language)

interface Circumstances {
  readonly language: Language
  /** For whoever looks into it: a request id, or the part that was missing. */
  readonly reference?: string
  /** Gives the card a way to try again; absent where the reader is not known, for nothing can be signed for them. */
  readonly deck?: Deck
}

/** A card in place of the panel. */
export async function troubleCard(trouble: Trouble, { language, reference, deck }: Circumstances): Promise<Card> {
  const { what, remedy } = SAID[trouble]
  return {
    name: 'trouble',
    header: { title: 'Quayside' },
    sections: [
      {
        header: written('section.header', say(what, language)),
        widgets: [
          paragraph(say(remedy, language)),
          ...(reference ? [paragraph(say(REFERENCE, language, { reference }))] : []),
          ...(deck ? [button(say(AGAIN, language), await press({ kind: 'panel' }, deck), { primary: true })] : []),
        ],
      },
    ],
  }
}

const REFERENCE = text('Reference: {reference}', '编号：{reference}')
const AGAIN = text('Try again', '重试')
