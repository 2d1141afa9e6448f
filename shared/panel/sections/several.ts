import { CANDIDATES_MAX, type Situation } from '#shared/customer/situation.ts'
import { countryName } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

type Several = Extract<Situation, { kind: 'several' }>

/** More than one customer fits the mail: the reader chooses, nothing is guessed. */
export const several: SectionBuilder<Several> = {
  key: 'several',
  build({ candidates }, { language }) {
    const items = candidates.map(
      (one): Widget => ({
        kind: 'item',
        title: one.name,
        lines: [
          [countryName(one.country, language), one.owner ?? ''].filter(Boolean).join(' · '),
          one.because === 'address'
            ? text('Same address', '邮箱相同')[language]
            : text('Same domain', '域名相同')[language],
        ],
        open: { type: 'customer', id: one.id },
      }),
    )
    return {
      title: say(text('Which customer? ({count} fit)', '是哪个客户？（{count}个符合）'), language, {
        count: candidates.length < CANDIDATES_MAX ? candidates.length : `≥ ${CANDIDATES_MAX}`,
      }),
      summary: items.slice(0, SUMMARY_MAX),
      ...(items.length > SUMMARY_MAX ? { full: items } : {}),
    }
  },
}
