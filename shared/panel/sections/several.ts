import { CANDIDATES_MAX, type Candidate, type Claim, type Situation } from '#shared/customer/situation.ts'
import { countryName } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'
import { because } from './because.ts'

type Several = Extract<Situation, { kind: 'several' | 'unknown' }>

/** Customers that a mail may be of: the reader chooses, nothing is guessed. */
export const several: SectionBuilder<Several> = {
  key: 'several',
  build(situation, { language, offers }) {
    const { candidates, others } = fitting(situation)
    const fit = candidates.length + others.length
    if (fit === 0) return null
    const items = candidates.map((one): Widget => candidateItem(one, language))
    const choose = [...offers('several').slice(0, 1), ...offers('taken')]
    const whole = [...items, ...others.map((one) => elsewhere(one, language)), ...choose]
    // What chooses is seen at once, however many there are to choose from.
    const summary = [...whole.slice(0, Math.min(fit, SUMMARY_MAX - choose.length)), ...choose]
    return {
      title: titleOf(situation, fit, language),
      summary,
      ...(whole.length > SUMMARY_MAX ? { full: whole } : {}),
    }
  },
}

const fitting = (
  situation: Several,
): { readonly candidates: readonly Candidate[]; readonly others: readonly Claim[] } =>
  situation.kind === 'several' ? situation : { candidates: situation.perhaps ?? [], others: situation.others ?? [] }

function titleOf({ kind }: Several, fit: number, language: Language): string {
  if (kind === 'unknown') return text('Perhaps a customer already', '可能已是客户')[language]
  if (fit === 1) return text('Is it this customer?', '是这个客户吗？')[language]
  return say(text('Which customer? ({count} fit)', '是哪个客户？（{count}个符合）'), language, {
    count: fit < CANDIDATES_MAX ? fit : `≥ ${CANDIDATES_MAX}`,
  })
}

const candidateItem = (one: Candidate, language: Language): Widget => ({
  kind: 'item',
  title: one.name,
  lines: [
    [countryName(one.country, language), one.owner ?? ''].filter(Boolean).join(' · '),
    one.rung === 'address' ? text('Same address', '邮箱相同')[language] : because(one, language),
  ],
  open: { type: 'customer', id: one.id },
})

/** A customer that the reader may not see: whose it is, and no more. */
function elsewhere({ owner, asked }: Claim, language: Language): Widget {
  const whose = owner === null ? NOBODYS[language] : say(COLLEAGUES, language, { name: owner })
  return { kind: 'note', text: [whose, asked ? ASKED[language] : ''].filter(Boolean).join(' '), tone: 'info' }
}

const ASKED = text('You have asked for it.', '您已申请。')

const COLLEAGUES = text('One is a customer of {name}.', '其中一个是 {name} 的客户。')
const NOBODYS = text('One is a customer that nobody has yet.', '其中一个客户尚无负责人。')
