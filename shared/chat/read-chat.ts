import { isDate } from '#shared/time/civil-date.ts'
import { CHAT_MAX, type ChatMessage, type DateOrder, type Opening, type ReadChat } from './chat.ts'
import { type Form, openingOf, plainLine } from './openings.ts'
import { timeOfDay } from './time-of-day.ts'

const FORMS: readonly Form[] = ['bracketed', 'dashed', 'dated', 'named', 'lone']

/**
 * An exported or copied conversation, as WhatsApp and WeChat write them in the forms and languages of telephones. In which order
 * the numbers of a date stand is found from all of them together: a number above twelve, or days that go on; else it is asked.
 */
export function readChat(pasted: string, asked: DateOrder | null = null): ReadChat {
  const lines = pasted.slice(0, CHAT_MAX).split(/\r?\n/).map(plainLine)
  const [form, openings] = likeliest(lines)
  if (form === null) return { kind: 'unknown' }
  const orders = ordersOf(openings.flatMap(({ opening }) => (opening ? [opening] : [])))
  const order = asked !== null && orders.includes(asked) ? asked : orders.length === 1 ? orders[0] : undefined
  const first = openings.find(({ opening }) => opening)?.opening
  if (orders.length === 0 || !first) return { kind: 'unknown' }
  if (!order) return { kind: 'ambiguous', example: (first.date as readonly string[]).join('/') }
  return { kind: 'read', messages: together(openings, order, form), order }
}

interface Line {
  readonly line: string
  readonly opening: Opening | null
}

/** The form in which most lines begin a message; a form that fits one line of a letter by chance is none. */
function likeliest(lines: readonly string[]): readonly [Form | null, Line[]] {
  const tried = FORMS.map((form) => {
    const openings = lines.map((line) => ({ line, opening: within(openingOf(line, form)) }))
    return { form, openings, count: openings.filter(({ opening }) => opening).length }
  })
  const best = tried.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count === 0 ? [null, []] : [best.form, best.openings]
}

const within = (opening: Opening | null): Opening | null =>
  opening && timeOfDay(opening.time) !== null ? opening : null

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

/** The orders in which every date is one; of two, that in which no day lies before the one above it. */
function ordersOf(openings: readonly Opening[]): DateOrder[] {
  const possible = ORDERS.filter((order) => openings.every((one) => dateOf(one, order) !== null))
  if (possible.length < 2) return [...possible]
  const going = possible.filter((order) => {
    const days = openings.map((one) => dateOf(one, order) ?? '')
    return days.every((day, index) => index === 0 || day >= (days[index - 1] ?? ''))
  })
  const distinct = new Set(openings.map(({ date }) => String(date)))
  const same = possible.every((order) =>
    openings.every((one) => dateOf(one, order) === dateOf(one, possible[0] ?? order)),
  )
  if (same) return possible.slice(0, 1)
  // One day alone goes on in any order.
  return distinct.size > 1 && going.length === 1 ? going : [...possible]
}

function dateOf({ date }: Opening, order: DateOrder): string | null {
  if (typeof date === 'string') return null
  const [a, b, c] = date
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  if (!year || !month || !day || (year.length !== 4 && (year.length !== 2 || order === 'ymd'))) return null
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return month.length <= 2 && day.length <= 2 && isDate(whole) ? whole : null
}

/** What is said over several lines is one message; what nobody said is left out. */
function together(lines: readonly Line[], order: DateOrder, form: Form): ChatMessage[] {
  const messages: { at: string; author: string | null; text: string[] }[] = []
  for (const { line, opening } of lines) {
    const last = messages.at(-1)
    if (opening) {
      const at = `${dateOf(opening, order)}T${timeOfDay(opening.time)}`
      messages.push({ at, author: opening.author, text: opening.text === '' ? [] : [opening.text] })
      continue
    }
    if (!last) continue
    const [, author, text = ''] = (form === 'lone' && /^([^:：]{1,64})[:：]\s?(.*)$/.exec(line)) || []
    if (author === undefined) last.text.push(line)
    else if (last.author === null) Object.assign(last, { author: author.trim(), text: text === '' ? [] : [text] })
    else messages.push({ at: last.at, author: author.trim(), text: text === '' ? [] : [text] })
  }
  return messages.flatMap(({ at, author, text }) => {
    const said = text.join('\n').trim()
    return author === null || said === '' ? [] : [{ at, author, text: isOmitted(said) ? MEDIA : said }]
  })
}

/** What stands for a picture, a voice or a file that was not exported. */
const MEDIA = '[…]'

/** Within angle brackets on Android, a sentence of its own on iPhones, in brackets in WeChat. */
const isOmitted = (text: string): boolean =>
  /^<[^<>]{3,60}>$/.test(text) ||
  /^(?:image|video|audio|gif|sticker|document|contact card|imagem|imagen|vídeo|áudio|audio|bild|foto|图片|影像|視頻|视频|音频|文件|贴图)\s?(?:omitted|ocultad[oa]|omitid[oa]|oculto|weggelassen|absente?|omess[oa]|已省略|已忽略|略過)$/i.test(
    text,
  ) ||
  /^\[(?:图片|语音|视频|表情|文件|动画表情|链接|名片|位置|照片|photo|voice|video|sticker|image|file)\]$/i.test(text)
