import { say, text } from '#shared/i18n/language.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** No mail is selected. */
export const nothing: SectionBuilder<{ readonly kind: 'nothing' }> = {
  key: 'nothing',
  build(_, { language, viewer }) {
    return {
      title: say(text('Hello, {name}', '你好，{name}'), language, { name: viewer.alias }),
      summary: [
        {
          kind: 'note',
          text: text(
            'Choose a mail to see its customer, the open orders and what is unpaid.',
            '选择一封邮件，查看客户、未结订单和未收款。',
          )[language],
        },
      ],
    }
  },
}
