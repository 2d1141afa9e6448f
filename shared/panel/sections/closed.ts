import { text } from '#shared/i18n/language.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** A mail with somebody outside, and a reader whose post has nothing to do with customers: whose it is stays untold. */
export const closed: SectionBuilder<{ readonly kind: 'closed' }> = {
  key: 'closed',
  build(_, { language }) {
    return {
      title: text('Not part of your post', '不属于您的岗位')[language],
      summary: [
        {
          kind: 'note',
          text: text('Who writes here is shown to those who look after customers.', '客户资料仅对负责客户的同事显示。')[
            language
          ],
        },
      ],
    }
  },
}
