import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import { LABELS } from './labels.ts'
import { anyOf } from './words.ts'

/** Country codes of E.164 and the country they belong to; +1, +7 and +44 are shared, and read with what else is known. */
const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '1US 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU 54AR 55BR 56CL ' +
    '57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 7RU 81JP 82KR 84VN 86CN 90TR 91IN 92PK 94LK 95MM 98IR 212MA 213DZ 216TN 218LY ' +
    '221SN 225CI 228TG 229BJ 230MU 233GH 234NG 237CM 244AO 249SD 251ET 253DJ 254KE 255TZ 256UG 258MZ 261MG 263ZW 264NA 351PT ' +
    '352LU 353IE 354IS 356MT 357CY 358FI 359BG 370LT 371LV 372EE 373MD 374AM 375BY 380UA 381RS 385HR 386SI 420CZ 421SK 502GT ' +
    '503SV 504HN 505NI 506CR 507PA 591BO 593EC 595PY 598UY 673BN 679FJ 852HK 853MO 855KH 880BD 886TW 960MV 961LB 962JO 963SY 964IQ ' +
    '965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, -2), entry.slice(-2)]),
)

/** The country of an international number; null for one without a country code. */
export function countryOfPhone(phone: string): { readonly country: string; readonly certain: boolean } | null {
  const digits = folded(phone).replace(/^[^\d+]*00(?=[1-9])/, '+')
  const [, rest = ''] = /\+([\d ().-]{3,})/.exec(digits) ?? []
  const number = rest.replace(/\D/g, '')
  for (const length of [3, 2, 1]) {
    const country = CODES[number.slice(0, length)]
    // Canada is under +1 too, Kazakhstan under +7.
    if (country)
      return { country: country === 'RU' && /^7[67]/.test(number) ? 'KZ' : country, certain: country !== 'US' }
  }
  return null
}

const NUMBER =
  /(?:\+|\b00)[1-9][\d ()./-]{6,22}\d|\(?\b0[\d ()./-]{7,18}\d|(?:\(\d{3}\) ?|\b\d{3}[ .-])\d{3,4}[ .-]\d{4}\b|\b[1-9]\d{0,3}[ .-]\d{2,4}[ .-]\d{2,4}(?:[ .-]\d{2,4})?\b/u
const PHONE_LABEL = new RegExp(
  `${anyOf(LABELS.phone, 'call|t|m|p|ph|tel/whatsapp|direct|office|direkt|desk')}[ .:()/\\p{L}]{0,16}$`,
  'u',
)
const FAX = /(?:fax|telefax|传真|傳真|ファックス|팩스|факс|faks|فاكس)[ .:]{0,4}$/u
const INTERNATIONAL = /^(?:\+|00[1-9])/

/** The first number to call on some lines: with a country code, or behind a word for a telephone. Faxes are none. */
export function phoneIn(lines: readonly string[]): Found<string> | null {
  for (const line of lines) {
    const small = folded(line)
    for (const match of small.matchAll(new RegExp(NUMBER.source, 'gu'))) {
      const before = small.slice(Math.max(0, match.index - 30), match.index)
      // A number that is all there is on its line, or in its part of one, is one to call.
      const alone =
        /(?:^|[|·•,]) ?$/.test(before) &&
        /^ ?(?:$|[|·•,])/.test(small.slice(match.index + match[0].length)) &&
        /^\(?0|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(match[0])
      const labelled =
        PHONE_LABEL.test(before) ||
        alone ||
        /^ ?\(?(?:office|mobile|cell|direct|tel|main|mob|m|o)\b/.test(small.slice(match.index + match[0].length))
      if (FAX.test(before) || (!INTERNATIONAL.test(match[0]) && !labelled)) continue
      const digits = match[0].replace(/\D/g, '').length
      if (digits < 7 || digits > 15) continue
      const words = line.slice(match.index, match.index + match[0].length).trim()
      return found(words, words, INTERNATIONAL.test(match[0]) || labelled)
    }
  }
  return null
}
