import type { Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import type { SectionBuilder } from '../section-builder.ts'

type Colleague = Extract<Situation, { kind: 'colleague' }>

/** A mail inside the firm: there is no customer to show, and that is said. */
export const colleague: SectionBuilder<Colleague> = {
  key: 'colleague',
  build({ sender }, { language }) {
    return {
      title: text('Inside the firm', '内部邮件')[language],
      summary: [
        ...(sender
          ? [
              {
                kind: 'item' as const,
                title: sender.name || sender.address,
                lines: sender.name ? [sender.address] : [],
              },
            ]
          : []),
        {
          kind: 'note',
          text: text('Only colleagues take part in this mail.', '此邮件只在同事之间往来。')[language],
        },
      ],
    }
  },
}
