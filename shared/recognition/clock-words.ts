import type { WallClock } from '#shared/time/zone.ts'
import { anyOf } from './words.ts'

/** A time of day that is written beside a date. */
export interface WrittenTime {
  readonly time: WallClock['time']
  /** IANA, where the words name a clock; {@link READER}; null where they mean the writer's own. */
  readonly zone: string | null
  /** False for letters that stand for clocks of several countries, as CST does. */
  readonly certain: boolean
  readonly start: number
  readonly end: number
}

/** Stands for the clock of whom the mail is written to. */
export const READER = 'reader'

const ZONES: readonly (readonly [string, string, boolean?])[] = [
  ['pacific|pacific time|pst|pdt|pt', 'America/Los_Angeles'],
  ['mountain time|mst|mdt', 'America/Denver'],
  ['central time|cdt', 'America/Chicago'],
  ['eastern|eastern time|est|edt|et', 'America/New_York'],
  ['cst', 'America/Chicago', false],
  ['gmt|utc|zulu', 'UTC'],
  ['uk time|london time|bst', 'Europe/London'],
  ['cet|cest|mez|mesz|german time|paris time|berlin time', 'Europe/Berlin'],
  ['eet|eest', 'Europe/Athens'],
  ['msk|мск|по мск|по московскому времени|moscow time', 'Europe/Moscow'],
  ['gulf time|dubai time|gst|uae time|بتوقيت دبي', 'Asia/Dubai'],
  ['بتوقيت الرياض|بتوقيت السعودية|ksa time|saudi time|riyadh time', 'Asia/Riyadh'],
  ['india time|indian time|ist', 'Asia/Kolkata'],
  ['singapore time|sgt', 'Asia/Singapore'],
  [
    'china time|beijing time|北京时间|北京時間|中国時間|hora de china|chinesischer zeit|heure de chine|pekin time',
    'Asia/Shanghai',
  ],
  ['your time|贵方时间|貴社時間|ihrer zeit|ihre zeit|votre heure|su hora|hora de ustedes|sua hora|vostra ora', READER],
  ['japan time|jst|日本時間|tokyo time', 'Asia/Tokyo'],
  ['korea time|kst|한국시간|한국 시간', 'Asia/Seoul'],
  ['aest|aedt|sydney time', 'Australia/Sydney'],
  ['brt|horario de brasilia|hora de brasilia|brasilia time', 'America/Sao_Paulo'],
  ['hora de mexico|hora del centro|mexico time|hora centro', 'America/Mexico_City'],
]
const ZONE = ZONES.map(([words, zone, certain = true]) => ({
  pattern: new RegExp(`^[ ,(]{0,3}${anyOf(words)}`, 'u'),
  zone,
  certain,
}))

const AFTERNOON = anyOf('下午|晚上|午後|오후|مساء|de la tarde|da tarde|nachmittags|вечера|дня')
const CLOCK = new RegExp(
  [
    `(?<noon>${anyOf('noon|12 noon|midday|mittag|mediodia|meio-dia|midi|mezzogiorno|正午|정오')})`,
    `(?<half>${AFTERNOON}|上午|早上|午前|오전)? ?(?<!\\d)(?<hour>\\d{1,2})(?:[:.h]| h )(?<minute>[0-5]\\d)(?!\\d)(?![./-]\\d)(?: ?(?<ampm>[ap]\\.?m))?(?: ?(?:uhr|hrs|hours|h|hs|godz))?`,
    `(?<half2>${AFTERNOON}|上午|早上|午前|오전)? ?(?<!\\d)(?<hour2>\\d{1,2}) ?(?:(?<ampm2>[ap]\\.?m\\b)|u(?![\\p{L}])|uur|uhr|heures|horas|h(?![\\p{L}])|hs|hrs|时|時|点|點|시|часов|saat)(?<!\\d)`,
    `(?:alle ore|ore|las|les|godz\\.?|saat|um|at|klo|kl\\.|uur|om|às|الساعه) (?<hour3>\\d{1,2})(?!\\d|[.:/-]\\d)`,
  ].join('|'),
  'u',
)

/** The first time of day in a folded text, with the clock it is meant by. */
export function timeIn(text: string): WrittenTime | null {
  const match = CLOCK.exec(text)
  if (!match?.groups) return null
  const { noon, hour, minute, ampm, half, hour2, ampm2, half2, hour3 } = match.groups
  let hours = noon ? 12 : Number(hour ?? hour2 ?? hour3)
  const late =
    /^p/.test(ampm ?? ampm2 ?? '') ||
    new RegExp(`^${AFTERNOON}`, 'u').test(half ?? half2 ?? '') ||
    AFTERNOON_BEHIND.test(text.slice(match.index, match.index + match[0].length + 16))
  const early = /^a/.test(ampm ?? ampm2 ?? '')
  if (late && hours < 12) hours += 12
  if (early && hours === 12) hours = 0
  if (hours > 23) return null
  const end = match.index + match[0].length
  const rest = text
    .slice(end, end + 60)
    .replace(/^\.?m\.?/, '')
    .replace(/^ {1,3}(?:on|am|le|el|di|op|at) {1,30},?/, '')
  const zone = ZONE.find(({ pattern }) => pattern.test(rest))
  return {
    time: `${String(hours).padStart(2, '0')}:${minute ?? '00'}`,
    zone: zone?.zone ?? null,
    certain: zone?.certain ?? true,
    start: match.index,
    end,
  }
}

const AFTERNOON_BEHIND = new RegExp(`\\d ?(?:h|horas|uhr|часов|:\\d\\d)? ?${AFTERNOON}`, 'u')
