import { LABELS } from './labels.ts'
import { MULTIPLES, NUMBER_PLAIN, readCount } from './numbers.ts'
import { isMeasured, UNIT, unitCode } from './units.ts'
import { SAMPLE_WORDS } from './want-words.ts'
import { anyOf, finder, placesOf } from './words.ts'

/** A number of goods in a folded text, with its unit. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly count: number
  /** Where the word of the unit stands; null where there is none. */
  readonly unit: { readonly start: number; readonly end: number } | null
  /** False for a number before a noun that no word for a request leads to. */
  readonly certain: boolean
  readonly annual: boolean
  /** What it was before, in `from 2.000 to 3.500 pcs`. */
  readonly before: { readonly count: number; readonly start: number; readonly end: number } | null
}

/** No number begins in the midst of a word, a code or another number; the upper one of `500-800 pcs` does. */
const CJK_START = '(?<![\\p{sc=Latn}%+]|(?<!\\dk? ?)[/-]|\\d|\\d[.,]|(?<![\\p{L}\\d])\\d{1,3} )'
const MULTIPLE_WORDS = Object.keys(MULTIPLES).sort((one, other) => other.length - one.length)
const LETTERS = 'a-z\\u0400-\\u052f\\u0590-\\u06ff'
/** `5万个`, `3k sets`, `1.2 lakh pcs`, `3 mil de unidades`. */
const MULTIPLE = `(?<multiple>[${MULTIPLE_WORDS.filter((word) => word.length === 1).join('')}]|(?:${MULTIPLE_WORDS.filter(
  (word) => word.length > 1,
)
  .map((word) => word.replace('.', '\\.'))
  .join('|')})(?![${LETTERS}])(?: (?:de|of))?)?`
const WITH_UNIT = new RegExp(
  `${CJK_START}(?<number>${NUMBER_PLAIN}) ?${MULTIPLE} ?(?<unit>${UNIT})(?![\\p{sc=Latn}\\p{sc=Cyrl}\\d])(?! ?(?:\\/|per |pro |je |par ))`,
  'u',
)
const LABELLED = new RegExp(
  `${anyOf(LABELS.quantity, 'qty.|order')}(?: ?\\([^)]{0,20}\\))? ?[:=]? {0,2}(?<number>${NUMBER_PLAIN})${MULTIPLE}(?![\\d%])(?! ?%)`,
  'u',
)
const LEADING = new RegExp(
  `^ {0,4}(?:${anyOf('n.|nr.|no.|qty|ca.|circa|approx.|about|около|ok.|约')} )?(?<number>${NUMBER_PLAIN})(?: x)? {1,3}(?=\\p{L}{3,})`,
  'u',
)
export const REQUEST = anyOf(
  'pricing on|pricing for|prices for|prices on|price on|quote on|quotation for|supply of|supply|offer on|purchase of|need|quote|quote us|looking for|interested in|order|buy|purchase|require|price for|offer for|for|send price* for|want|benotigen|suchen|anfrage fur|angebot fur|angebot uber|bestellen|fur|recherchons|cherchons|besoin de|offre pour|commander|pour|buscamos|necesitamos|cotizar|requerimos|cotizacion de|cotizacion para|comprar|procuramos|precisamos de|cotacao para|cotacao de|cerchiamo|abbiamo bisogno di|offerta per|preventivo per|zoeken|offerte voor|nodig|potrzebujemy|oferte na|szukamy|нужно|нужны|требуется|интересует|закупить|ihtiyacimiz|adet icin|需要|采购|订购|求购|نحتاج|نرغب في شراء|نريد|لعدد|عدد|سعر',
)
const REQUESTED = new RegExp(
  `${REQUEST}(?: \\p{L}{1,12}){0,3} (?<number>${NUMBER_PLAIN})(?! ?[%€$]| ?-) (?=\\p{L}{3,})`,
  'u',
)
/** `Camp chair x 1,500`: at the end of an item. */
const TIMES = new RegExp(
  `(?<=[\\p{L}\\d)"'] {0,3})(?<![\\d] ?)[x×*] ?(?<number>${NUMBER_PLAIN})${MULTIPLE}(?= {0,3}(?:$|[-,;(]))`,
  'u',
)
/** What a sentence names besides: `... and 1,200 lanterns`. */
const ALSO = new RegExp(
  `(?:(?<=[\\p{L})\\]\\u0001,] )|(?<=[\\p{L})],)(?= ))(?:${anyOf('and|und|sowie|et|y|e|en|i|oraz|ve|и|as well as|plus|& |ainsi que|asi como|bem como|nonche|alsook|alsmede|a takze|а также|ayrica|serta|cung voi')}|و|、|和) {0,2}(?<number>${NUMBER_PLAIN})(?! ?[%€$£]| ?-) (?=\\p{L}{3,})`,
  'u',
)
/** Words that lead from one end of a span to the other as well as from the old number to the new. */
const SPANS = new RegExp(`${anyOf('to|bis|a')} ?$`, 'u')
const CHANGED = new RegExp(
  `(?<number>${NUMBER_PLAIN}) ?(?:${UNIT} )?(?:to|para|auf|a|hasta|au|na|naar|до|到|から|增加到|改为|->|=>|에서) ?$`,
  'u',
)
/** Nouns behind a number that is no number of goods. */
const OTHER_NOUNS = new RegExp(
  `^ ?${anyOf('day*|week*|month*|year*|hour*|minute*|store*|shop*|dealer*|colour*|color*|model*|container*|employee*|people|percent|pct|usd|eur|euro*|dollar*|tage*|woche*|monat*|jahr*|fachhandler*|filial*|farbe*|jours|semaine*|mois|ans|coloris|couleur*|magasin*|dias|semana*|mes|meses|anos|tienda*|color|colores|cores|loja*|giorni|settiman*|mesi|anni|negozi|colori|dagen|weken|maanden|winkel*|kleur*|dni|tygodni*|miesiec*|sklep*|kolor*|дней|дня|недел*|месяц*|магазин*|цвет*|gun|hafta|ay|magaza|renk|ml|cm|mm|kg|gr|lm|watt|inch|liter|litre*|litros|литр|лет|л|г|th|st|nd|rd|order|item*|position*|product*|produit*|articolo|product|sku*|january|february|march|april|may|june|july|august|september|october|november|december|de')}`,
  'u',
)
const SAMPLES = finder(SAMPLE_WORDS)
const MINIMUM = finder('moq|minimum*|mindest*|minimo|minima|起订量|最小ロット|최소')
const ANNUAL_WORDS = anyOf(
  "annual*|per year|a year|yearly|p.a.|pro jahr|jahrlich*|jahresmenge|par an|annuel*|al ano|anual*|por ano|all'anno|annuo|annua|per jaar|jaarlijks|rocznie|в год|yillik|每年|年需求*|年用量|年間|연간|سنويا",
)

/** Every number of goods in a stretch of text. A list's item may begin with the bare number; a sentence leads to one. */
export function quantitiesIn(text: string, isItem: boolean): Quantity[] {
  const found: Quantity[] = []
  const add = (
    number: string,
    start: number,
    end: number,
    unit: Quantity['unit'],
    certain: boolean,
    multiple?: string,
  ) => {
    const plain = readCount(number) ?? (multiple ? Number(number.replace(',', '.')) : null)
    const count =
      plain === null ? null : Math.round(plain * (MULTIPLES[(multiple ?? '').replace(/ (?:de|of)$/, '')] ?? 1))
    if (count === null || !Number.isSafeInteger(count) || count < 1) return
    if (found.some((other) => start < other.end && other.start < end)) return
    if (isOther(text, start, end, unit !== null)) return
    const low = lowestOf(text, start)
    const annual = isAnnual(text, low?.start ?? start, end)
    if (low) found.push({ start: low.start, end, count: low.count, unit, certain: false, annual, before: null })
    else found.push({ start, end, count, unit, certain, annual, before: beforeOf(text, start, end) })
  }
  for (const match of placesOf(WITH_UNIT, text, 60)) {
    const { number = '', multiple, unit = '' } = match.groups ?? {}
    const code = unitCode(unit)
    const start = match.end - unit.length
    if (code && (!isMeasured(code) || multiple || (readCount(number) ?? 0) >= 50))
      add(number, match.index, match.end, { start, end: match.end }, true, multiple)
  }
  for (const match of placesOf(LABELLED, text, 20)) {
    const number = match.groups?.number ?? ''
    const start = match.index + match[0].lastIndexOf(number)
    add(number, start, match.end, null, true, match.groups?.multiple)
  }
  if (found.length > 0 && isItem) return found.sort((one, other) => one.start - other.start)
  for (const [pattern, certain] of isItem
    ? ([
        [LEADING, true],
        [TIMES, true],
      ] as const)
    : ([
        [REQUESTED, true],
        [ALSO, true],
      ] as const)) {
    // A sentence with units in it is gone on with, as is what a request leads to.
    if (pattern === REQUESTED && found.length > 0) continue
    if (pattern === ALSO && found.length === 0) break
    for (const match of placesOf(pattern, text, 10)) {
      const number = match.groups?.number ?? ''
      const start = match.index + match[0].lastIndexOf(number)
      const multiple = match.groups?.multiple
      const end = start + number.length + (multiple?.length ?? 0)
      if (multiple || Number(readCount(number)) >= 10) add(number, start, end, null, certain, multiple)
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

const ANNUAL_BEFORE = new RegExp(`${ANNUAL_WORDS}[^\\d]{0,14}$`, 'u')
/** What stands before the next number is said of that. */
const ANNUAL_BEHIND = new RegExp(`^[ ,(]{0,3}${ANNUAL_WORDS}(?![^\\d]{0,4}\\d)`, 'u')

const isAnnual = (text: string, start: number, end: number): boolean =>
  ANNUAL_BEFORE.test(text.slice(Math.max(0, start - 30), start)) || ANNUAL_BEHIND.test(text.slice(end, end + 30))

/** Samples, smallest quantities and times are numbers of other things; so is a year. */
function isOther(text: string, start: number, end: number, hasUnit: boolean): boolean {
  const before = text.slice(Math.max(0, start - 22), start)
  const after = text.slice(end, end + 26)
  if (!hasUnit && (OTHER_NOUNS.test(after) || /^(?:19|20)\d\d$/.test(text.slice(start, end)))) return true
  if (/^ ?[%€$£°]|^ ?[x×] ?\d/.test(after)) return true
  const small = /^\d{1,2}$/.test(text.slice(start, end).replace(/\D+$/, ''))
  if (isOfBracket(text, start, end)) return true
  return MINIMUM.test(before) || (small && (SAMPLES.test(before) || SAMPLES.test(after)))
}

/** `socket sets (40 pc, metric/SAE)`: a number among other words in brackets is of the goods. */
function isOfBracket(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', start)
  if (open < 0 || text.lastIndexOf(')', start) > open || start - open > 40) return false
  const close = text.indexOf(')', end)
  if (close < 0 || close - end > 40) return false
  const rest = text.slice(open + 1, start) + text.slice(end, close)
  return /\p{L}{2}/u.test(rest) && !AMOUNT_LABEL.test(rest)
}

const AMOUNT_LABEL = finder(LABELS.quantity, 'order|each|total')

/** The lowest of what stands before the last number: `500-800 pcs`, `1k / 3k / 5k pcs`, `between 500 and 800`. */
function lowestOf(text: string, start: number): { readonly count: number; readonly start: number } | null {
  let lowest: { count: number; start: number } | null = null
  for (let at = start; ; at = lowest?.start ?? start) {
    const from = Math.max(0, at - 30)
    const match = LOWER.exec(text.slice(from, at))
    const { number = '', multiple = '' } = match?.groups ?? {}
    const plain = readCount(number)
    if (!match || plain === null || plain < 1) return lowest
    const begun = from + match.index
    if (CHANGES.test(text.slice(Math.max(0, begun - 30), begun)) || /\d[.,/-]?$/.test(text.slice(0, begun)))
      return lowest
    lowest = { count: Math.round(plain * (MULTIPLES[multiple] ?? 1)), start: begun }
  }
}

const LOWER = new RegExp(
  `(?<![\\p{L}\\d.,/%-])(?<number>${NUMBER_PLAIN}) ?(?<multiple>[${MULTIPLE_WORDS.filter((word) => word.length === 1).join('')}])? ?(?:[-/~,]|(?:${UNIT} )?${anyOf('to|or|bis|oder|ou|o|oder|of|tot|lub|veya|или|hingga|sampai|den|atau|hoac')}|至|或|〜|から|에서|או) ?$`,
  'u',
)
/** What is changed from one number to another is no span of both. */
const CHANGES = new RegExp(
  `${anyOf('from|of|increase*|raise*|change*|reduce*|von|de|do|da|di|du|desde|van|z|od|с|від|erhoh*|aument*|augment*|sube|sobe|pasa|passa|instead')}[^\\d]{0,12}$|(?:从|由|から)[^\\d]{0,6}$`,
  'u',
)

function beforeOf(text: string, start: number, end: number): Quantity['before'] {
  const from = Math.max(0, start - 40)
  const match = CHANGED.exec(text.slice(from, start))
  const number = match?.groups?.number
  const count = number ? readCount(number) : null
  const isChange =
    match &&
    (/(?:->|=>)/.test(match[0]) || CHANGES.test(text.slice(Math.max(0, from + match.index - 30), from + match.index)))
  if (match && number && count !== null && (isChange || !SPANS.test(match[0])))
    return { count, start: from + match.index, end: from + match.index + number.length }
  const instead = INSTEAD.exec(text.slice(end, end + 50))
  const was = instead?.groups?.number
  const old = was ? readCount(was) : null
  if (!instead || !was || old === null) return null
  const at = end + instead[0].lastIndexOf(was)
  return { count: old, start: at, end: at + was.length }
}

/** `14,000 pairs instead of 10,000`. */
const INSTEAD = new RegExp(
  `^[^\\d.;]{0,30}?(?:${anyOf('instead of|rather than|statt|anstatt|anstelle von|au lieu de|en vez de|en lugar de|em vez de|invece di|in plaats van|zamiast|вместо|yerine')}|而不是|代替|بدلا من) {0,2}(?:${anyOf('the|os|as|los|las|le|les|i')} )?(?<number>${NUMBER_PLAIN})`,
  'u',
)
