import type { Attachment, Reply } from '#shared/api.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { paragraph } from '#shared/panel/render/card-form.ts'
import { headerOf } from '#shared/panel/render/card-frame.ts'
import type { Card, CardWidget } from '#shared/panel/render/card-json.ts'
import { wellFormed, written } from '#shared/panel/render/card-text.ts'
import { attention } from '#shared/panel/render/words.ts'
import { type Trouble, whatOf } from './trouble-card.ts'

/** Why a letter is on a card and not in a draft. */
export type WhyNoDraft = Trouble | 'no_mail' | 'other_buyer'

/** A letter to copy out of an input: of a card's other texts nothing can be marked on a telephone. */
export function letterCard(
  { subject, text: letter, heed, attachments = [] }: Reply,
  why: WhyNoDraft,
  language: Language,
): Card {
  const sentence = sentenceOf(why, language)
  const above = [...(sentence ? [sentence] : []), ...(heed ? [heed] : [])]
  return {
    name: 'letter',
    header: headerOf(subject),
    sections: [
      {
        widgets: [
          ...(attachments.length > 0 ? [paragraph([say(BY_HAND, language)]), ...attachments.map(fileButton)] : []),
          ...above.map((words) => paragraph([{ strong: attention('warning', language) }, words])),
          {
            textInput: {
              name: 'letter',
              label: written('input.label', say(TO_COPY, language)),
              value: wellFormed(letter),
              type: 'MULTIPLE_LINE',
            },
          },
        ],
      },
    ],
  }
}

/** Where a file is got by hand, for two minutes. */
const fileButton = ({ name, url }: Attachment): CardWidget => ({
  buttonList: { buttons: [{ text: written('button.text', name), onClick: { openLink: { url } } }] },
})

function sentenceOf(why: WhyNoDraft, language: Language): string | null {
  if (why === 'no_mail') return null
  if (why === 'other_buyer') return say(OTHER_BUYER, language)
  return why === 'not_allowed' ? say(NO_DRAFTS, language) : whatOf(why, language)
}

const TO_COPY = text('Copy this into your reply', '请复制到回复中')
const BY_HAND = text('Add the file yourself; for two minutes it is here:', '请自行附上文件，两分钟内可从此处下载：')
const OTHER_BUYER = text('This mail is not from the buyer it is for.', '这封邮件不是该客户发来的。')
const NO_DRAFTS = text(
  'Gmail does not let Quayside write drafts. Allow it when Gmail asks, or ask your administrator.',
  'Gmail 不允许 Quayside 撰写草稿。请在 Gmail 提示时授权，或联系管理员。',
)
