import type { Situation } from '#shared/customer/situation.ts'
import { mailPath } from '#shared/desk/path.ts'
import { span } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Interaction } from '#shared/trade/index.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** Whether the open mail is filed: by whom and when, for everybody who may see that; else the one press that does it. */
export const filing: SectionBuilder<Situation> = {
  key: 'filing',
  build(situation, view) {
    const offers = view.offers('filing')
    const told = filedLine(situation, view)
    if (!told && offers.length === 0) return null
    return {
      title: text('This mail', '此邮件')[view.language],
      summary: [...(told ? [told] : []), ...readingOf(situation, view), ...offers],
    }
  },
}

/** Once it is filed it is read by whoever has not got it in their mailbox, and with what else was kept of it. */
function readingOf({ filed }: Situation, { desk, language }: View): Widget[] {
  if (!filed || (filed.item.visibility === 'private' && filed.item.participants === null)) return []
  return [{ kind: 'link', label: READ[language], href: (desk ?? '') + mailPath(filed.item.id) }]
}

/** What leads to the page of a mail. */
export const READ = text('Read the mail', '阅读邮件')

function filedLine({ filed }: Situation, view: View): Widget | null {
  if (!filed) return null
  const { item, filer } = filed
  return {
    kind: 'note',
    text: [
      filedBy(filer, item, view),
      ...(item.visibility === 'private' ? [PRIVATE[view.language], item.private_reason ?? ''] : []),
    ]
      .filter(Boolean)
      .join(' · '),
    tone: 'good',
  }
}

/** `filed by Wendy, 3 min ago`; of one that nobody was told to file, that it came by itself. */
export function filedBy(
  filer: string | null,
  { created_at, filed_how }: Pick<Interaction, 'created_at' | 'filed_how'>,
  view: Pick<View, 'language' | 'now'>,
): string {
  const { language } = view
  const minutes = Math.max(0, Math.floor((view.now - created_at) / 60_000))
  const who = filer ?? 'Quayside'
  const [now, before] = filed_how === null || filed_how === 'manual' ? BY_HAND : BY_ITSELF
  return minutes === 0 ? say(now, language, { who }) : say(before, language, { who, ago: span(minutes, language) })
}

const BY_HAND = [
  text('Filed by {who}, just now', '{who} 刚刚归档'),
  text('Filed by {who}, {ago} ago', '{who} {ago}前归档'),
] as const
const BY_ITSELF = [
  text('Filed by itself just now, opened by {who}', '刚刚自动归档（{who} 打开）'),
  text('Filed by itself {ago} ago, opened by {who}', '{ago}前自动归档（{who} 打开）'),
] as const

/** What is said of a private mail. */
export const PRIVATE = text('private', '私密')
