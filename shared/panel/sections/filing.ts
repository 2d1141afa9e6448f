import type { Situation } from '#shared/customer/situation.ts'
import { span } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'

/** Whether the open mail is filed: by whom and when, for everybody who may see that; else the one press that does it. */
export const filing: SectionBuilder<Situation> = {
  key: 'filing',
  build(situation, view) {
    const offers = view.offers('filing')
    const told = filedLine(situation, view)
    if (!told && offers.length === 0) return null
    return { title: text('This mail', '此邮件')[view.language], summary: [...(told ? [told] : []), ...offers] }
  },
}

function filedLine({ filed }: Situation, view: View): Widget | null {
  if (!filed) return null
  const { item, filer } = filed
  return {
    kind: 'note',
    text: [filedBy(filer, item.created_at, view), item.visibility === 'private' ? PRIVATE[view.language] : '']
      .filter(Boolean)
      .join(' · '),
    tone: 'good',
  }
}

/** `filed by Wendy, 3 min ago` */
export function filedBy(filer: string | null, at: number, view: Pick<View, 'language' | 'now'>): string {
  const minutes = Math.max(0, Math.floor((view.now - at) / 60_000))
  const who = filer ?? text('Quayside', 'Quayside')[view.language]
  if (minutes === 0) return say(text('Filed by {who}, just now', '{who} 刚刚归档'), view.language, { who })
  const ago = span(minutes, view.language)
  return say(text('Filed by {who}, {ago} ago', '{who} {ago}前归档'), view.language, { who, ago })
}

/** What is said of a private mail. */
export const PRIVATE = text('private', '私密')
