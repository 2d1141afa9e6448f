import type { Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** Where no deal goes on: a way to begin one. */
export const start: SectionBuilder<Situation> = {
  key: 'start',
  build({ deal }, view) {
    const [form] = view.offers('start')
    // One that has ended is still shown beside its mail, and the next one begins there.
    if (deal?.deal.status === 'open' || !form) return null
    return {
      title: text('Deal', '生意')[view.language],
      summary: [{ kind: 'note', text: text('No deal goes on.', '没有进行中的生意。')[view.language] }, form],
    }
  },
}
