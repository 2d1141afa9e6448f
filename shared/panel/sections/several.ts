import { CANDIDATES_MAX, type Situation } from '#shared/customer/situation.ts'
import { countryName } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

type Several = Extract<Situation, { kind: 'several' }>

/** More than one customer fits the mail: the reader chooses, nothing is guessed. */
export const several: SectionBuilder<Several> = {
  key: 'several',
  build({ candidates, others }, { language }) {
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
    const fit = candidates.length + others.length
    const whole = [...items, ...others.map(({ owner }) => elsewhere(owner, language))]
    return {
      title: say(text('Which customer? ({count} fit)', '是哪个客户？（{count}个符合）'), language, {
        count: fit < CANDIDATES_MAX ? fit : `≥ ${CANDIDATES_MAX}`,
      }),
      summary: whole.slice(0, SUMMARY_MAX),
      ...(whole.length > SUMMARY_MAX ? { full: whole } : {}),
    }
  },
}

/** A customer that the reader may not see: whose it is, and no more. */
function elsewhere(owner: string | null, language: Language): Widget {
  const whose = owner === null ? NOBODYS[language] : say(COLLEAGUES, language, { name: owner })
  return { kind: 'note', text: whose, tone: 'info' }
}

const COLLEAGUES = text('One is a customer of {name}.', '其中一个是 {name} 的客户。')
const NOBODYS = text('One is a customer that nobody has yet.', '其中一个客户尚无负责人。')
