import { weekdaysOf } from './calendar-words.ts'
import { type Found, found } from './found.ts'
import type { Pair } from './pairs.ts'
import type { Passage } from './passage.ts'
import { anyOf } from './words.ts'

const HS = /(?<![\d.])\d{4}\.\d{2}(?:\.\d{2}){0,2}(?:\.\d{2})?(?![\d.]\d)/gu
const HS_CUE = new RegExp(
  anyOf('hs|hts|ncm|taric|hs code*|hs-code*|zolltarif*|tariff|partida|编码|税号|hsコード|тн вэд|gtip|hs编码'),
  'u',
)

/** Codes of the customs tariff, where a word says that they are such. */
export function hsCodesIn(clauses: readonly Passage[]): Found<string>[] {
  const cued = clauses.filter(({ folded }) => HS_CUE.test(folded))
  return cued.flatMap(({ text }) => [...text.matchAll(HS)].map(([code]) => found(code, code))).slice(0, 50)
}

const COURIER =
  /(fedex|dhl|ups|tnt|aramex|sf express|顺丰)[^\d\n]{0,40}?(?:account|acct|acc|a\/c|konto|kundennummer|cuenta|conta|compte|账号|帐号|アカウント|계정)[^\d\n]{0,20}(\d[\d-]{4,18}\d)/u
const NAMES: Readonly<Record<string, string>> = { fedex: 'FedEx', dhl: 'DHL', ups: 'UPS', tnt: 'TNT', aramex: 'Aramex' }

/** The account of a courier that samples may be sent on. */
export function courierAccountIn(clauses: readonly Passage[]): Found<string> | null {
  for (const { text, folded } of clauses) {
    const match = COURIER.exec(folded)
    if (match)
      return found(
        `${NAMES[match[1] ?? ''] ?? match[1]} ${match[2]}`,
        text.slice(match.index, match.index + match[0].length),
      )
  }
  return null
}

const REFERENCE = /(?<![\p{L}\d])(?:QT|QTN|QUO|PI|SC|SO|PO|CI|INQ|RFQ|OFFER|Q)-?\d{2,4}-\d{3,6}(?: ?v\d{1,2})?(?![\d])/u

/** The number of an offer or an order that the mail is about: in its subject, else in its text. */
export function referenceIn(subject: string, clauses: readonly Passage[]): Found<string> | null {
  for (const text of [subject, ...clauses.map(({ text }) => text)]) {
    const match = REFERENCE.exec(text)
    if (match) return found(match[0], match[0])
  }
  return null
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const WORKING = new RegExp(
  anyOf(
    'work*|office*|open|weekend|دوامنا|الدوام|دوام|العمل|نعمل|arbeitszeit*|buro*|horario*|trabajamos|atendemos|horaires|营业|工作时间|営業|영업',
  ),
  'u',
)

/** Days of work other than Monday to Friday, `from Sunday to Thursday`. */
export function workingWeekIn(clauses: readonly Passage[], language: string | null): Found<string> | null {
  const days = weekdaysOf(language)
  const day = anyOf(...days.keys())
  const span = new RegExp(
    `(${day})(?: ?(?:to|bis|a|al|au|ate|الي|حتي|until|-|till|through|至|到|から|~|부터|по|do) ?)(${day})`,
    'u',
  )
  for (const { text, folded } of clauses) {
    const match = WORKING.test(folded) ? span.exec(folded) : null
    const [from, to] = [days.get(match?.[1] ?? ''), days.get(match?.[2] ?? '')]
    if (match && from && to && !(from === 1 && to === 5))
      return found(`${DAYS[from - 1]}-${DAYS[to - 1]}`, text.slice(match.index, match.index + match[0].length))
  }
  return null
}

const NAMED_FAIR = new RegExp(
  anyOf(
    'canton fair|广交会|廣交會|kanton messe|kanton-messe|canton-messe|foire de canton|feria de canton|feira de cantao|fiera di canton|targi kantonskie|кантонск* ярмарк*|広州交易会|캔톤페어|معرض كانتون|spoga|spoga+gafa|ambiente|ispo|outdoor by ispo|caravan salon',
  ),
  'u',
)
const FAIR = new RegExp(
  anyOf(
    'messe|trade fair|trade show|exhibition|targach|targi|fiera|feria|feira|salon|展会|展示会|выставк*|fuar|전시회|معرض',
  ),
  'u',
)
const CANTON = /canton|kanton|cantao|кантон|广交|廣交|広州|캔톤|كانتون/
const MET = new RegExp(
  anyOf(
    'met|meet|meeting|visited|visit|booth|stand|talked|spoke|conversation at|nice to|pleasure|kennengelernt|getroffen|besuch*|gesprach|rencontre*|conoci*|visitamos|conheci|conosciut*|incontrat*|rozmow*|spotka*|dziekuje za|met her|met him|见面|展位|お会い|ブース|встреч*|познаком*|tanis*|만나*|부스|thank you for your time|fair|targach',
  ),
  'u',
)

/** The fair at which buyer and firm have met, by its name; uncertain where it has none in the mail. */
export function fairIn(clauses: readonly Passage[]): Found<string> | null {
  const about = clauses.filter(({ folded }) => !MISSED.test(folded))
  const met = about.some(({ folded }) => MET.test(folded) && (NAMED_FAIR.test(folded) || FAIR.test(folded)))
  if (!met) return null
  for (const pattern of [NAMED_FAIR, FAIR]) {
    for (const { text, folded } of about) {
      const match = pattern.exec(folded)
      if (!match) continue
      const words = text.slice(match.index, match.index + match[0].length)
      return found(CANTON.test(match[0]) ? 'Canton Fair' : words, words, pattern === NAMED_FAIR)
    }
  }
  return null
}

const MISSED = new RegExp(
  anyOf('missed|leider verpasst|verpasst|manque|no pudimos|perdemos|nao pudemos|will visit|next|не смогли|错过'),
  'u',
)

export interface Consent {
  readonly processing: Found<boolean> | null
  readonly marketing: Found<boolean> | null
  readonly at: Found<string> | null
  readonly text_version: Found<string> | null
}

const YES = new RegExp(
  `^${anyOf('yes|ja|oui|si|sim|true|accepted|agreed|granted|tak|да|evet|是|同意|はい|예|نعم')}`,
  'u',
)
const NO = new RegExp(`^${anyOf('no|nein|non|nao|false|declined|not given|nie|нет|hayir|否|いいえ|아니오|لا')}`, 'u')

/** What somebody has agreed to in a form; null where the form says nothing of it. */
export function consentIn(pairs: readonly Pair[]): Consent | null {
  const given = (label: 'processing' | 'marketing') => {
    const pair = pairs.find((one) => one.label === label)
    const value = pair?.value.toLowerCase() ?? ''
    return pair && (YES.test(value) || NO.test(value)) ? found(YES.test(value), pair.words) : null
  }
  const processing = given('processing')
  const marketing = given('marketing')
  if (!processing && !marketing) return null
  const words = processing?.words ?? ''
  const at = /\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d)/.exec(words)?.[0]
  const version = /(?:text )?version:? ([\w.-]{1,20})/i.exec(words)
  return {
    processing,
    marketing,
    at: at ? found(at, at) : null,
    text_version: version?.[1] ? found(version[1], version[0]) : null,
  }
}

export interface SwiftCopy {
  readonly amount: Found<string> | null
  readonly currency: Found<string> | null
  readonly value_date: Found<string> | null
  readonly bank_reference: Found<string> | null
  readonly charges: Found<string> | null
}

/** The fields of a customer's transfer (MT103) that is copied into a mail. */
export function swiftIn(lines: readonly string[]): SwiftCopy | null {
  const field = (tag: string) => {
    const at = lines.findIndex((line) => new RegExp(`^\\s{0,8}(?:F|:)?${tag}\\s?[:：]`).test(line))
    const line = lines[at] ?? ''
    const value = line
      .replace(/^[^:]{0,10}:?\w{2,3}\s?[:：]\s?/, '')
      .replace(/^[^:]*:\s*(?=\S)/, (lead) => (/^[A-Za-z ,/'’-]+:\s*$/.test(lead) ? '' : lead))
    return at < 0 ? null : { value: value.trim() || (lines[at + 1] ?? '').trim(), line: line.trim() }
  }
  const settled = field('32A')
  const [, year = '', month = '', day = '', currency = '', amount = ''] =
    /(\d\d)(\d\d)(\d\d)\s?([A-Z]{3})\s?([\d.,]{1,20})/.exec(settled?.value ?? '') ?? []
  if (!settled || !currency) return null
  const plain = amount
    .replace(/,$/, ',00')
    .replace(/[.,](?=\d{3})/g, '')
    .replace(',', '.')
  const reference = field('20')
  const charges = /(OUR|SHA|BEN)/.exec(field('71A')?.value ?? '')?.[1]
  return {
    amount: found(plain, settled.line),
    currency: found(currency, settled.line),
    value_date: found(`20${year}-${month}-${day}`, settled.line),
    bank_reference: reference ? found(reference.value, reference.value) : null,
    charges: charges ? found(charges, charges) : null,
  }
}
