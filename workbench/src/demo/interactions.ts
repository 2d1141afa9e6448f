import type { Contact, Interaction, Order } from '#shared/trade/index.ts'
import type { Course } from './course.ts'
import { FIRM_DOMAIN, type Firm, workday } from './firm.ts'
import type { Random } from './random.ts'
import { record } from './record.ts'
import { ANSWERS, LETTERS, type Letter, NOTES, type Phase } from './words/letters.ts'

/** Kinds of a timeline in percent (domain 6.1). */
const KINDS = { mail: 71, chat: 11, call: 8, note: 6, meeting: 4 } as const

/** Days that a customer is talked to before an order, and after it was delivered. */
const BEFORE = 25
const AFTER = 30
/** On average one item in so many days. */
const EVERY = 4.9
const WITH_A_PROSPECT = 11

/** Whose timeline it is. */
export interface Counterpart {
  readonly key: string
  readonly customerId: string
  readonly contacts: readonly Contact[]
  /** Who keeps the timeline: the owner, or the office while there is none. */
  readonly keptBy: string
  readonly domain: string
  readonly language: string
  /** By how much their clocks are ahead of UTC, ms. */
  readonly offsetMs: number
  /** The day the firm first heard of them. */
  readonly since: number
}

/** What was written and said with a customer about each of its orders, and before the first one. */
export function timelineOf(
  firm: Firm,
  random: Random,
  about: Counterpart,
  orders: readonly { readonly order: Order; readonly course: Course }[],
): Interaction[] {
  const talks =
    orders.length === 0
      ? [talk(firm, about.since, firm.day, WITH_A_PROSPECT, null)]
      : orders.map(({ order, course }) => {
          const end = order.status === 'cancelled' ? course.released : course.delivered + AFTER
          const [from, to] = [course.ordered - BEFORE, Math.min(end, firm.day)]
          return talk(firm, from, to, Math.max(4, Math.round((to - from) / EVERY)), { order, course })
        })
  let n = 0
  const items = talks.flatMap(({ from, to, items, subject }) => {
    const days = Array.from({ length: items }, () => workday(random.int(from, to))).sort((a, b) => a - b)
    const said: Letter[] = []
    return days.map((day) => item(firm, random, about, n++, day, subject, said))
  })
  return [...items, ...answerTo(firm, random, about, items)]
}

/** A mail of the last day may still wait for its answer; older ones have had it. */
const HOUR_MS = 3_600_000
const PATIENCE_MS = 24 * HOUR_MS
const ANSWER_HOURS = [1, 20] as const

/** The answer to the last thing that came, unless it was answered or came just now. */
function answerTo(firm: Firm, random: Random, about: Counterpart, items: readonly Interaction[]): Interaction[] {
  const turns = items.filter(({ kind, direction }) => direction === 'out' || (direction === 'in' && kind === 'mail'))
  const last = turns.toSorted((a, b) => a.occurred_at - b.occurred_at).at(-1)
  if (last?.direction !== 'in' || firm.now - last.occurred_at < PATIENCE_MS) return []
  const at = last.occurred_at + random.int(...ANSWER_HOURS) * HOUR_MS
  const id = firm.id('interaction', `${about.key}/answer`, at)
  return [
    {
      ...last,
      id,
      created_at: at,
      updated_at: at,
      direction: 'out',
      occurred_at: at,
      subject: last.subject.startsWith('Re: ') ? last.subject : `Re: ${last.subject}`,
      snippet: random.pick(ANSWERS),
      message_id: `<${id.toLowerCase()}@${FIRM_DOMAIN}>`,
    },
  ]
}

type Subject = { readonly order: Order; readonly course: Course } | null

const talk = (firm: Firm, from: number, to: number, items: number, subject: Subject) => ({
  from: Math.min(from, firm.day - 1),
  to: Math.min(to, firm.day - 1),
  items,
  subject,
})

function item(
  firm: Firm,
  random: Random,
  about: Counterpart,
  n: number,
  day: number,
  subject: Subject,
  said: Letter[],
): Interaction {
  const kind = random.weighted(KINDS)
  const direction = kind === 'note' ? 'internal' : random.chance(0.48) ? 'in' : 'out'
  const minute = random.int(8 * 60 + 30, 18 * 60)
  const theirs = direction === 'in' && kind === 'mail'
  const at = firm.at(day, minute, theirs ? about.offsetMs : undefined)
  const placed = subject !== null && day >= subject.course.ordered ? subject.order : null
  const phase = subject === null ? 'asking' : phaseOn(subject.course, day)
  const letter = unsaid(random, kind === 'mail' ? lettersFor(random, about, phase, direction) : [NOTES[kind]], said)
  said.push(letter)
  const [title, snippet] = letter
  const id = firm.id('interaction', `${about.key}/${n}`, at)
  return record(
    'interaction',
    { id, at, by: about.keptBy, from: random.chance(0.6) ? 'outlook' : 'gmail' },
    {
      kind,
      direction,
      occurred_at: at,
      customer_id: about.customerId,
      contact_id: kind === 'note' ? null : random.pick(about.contacts).id,
      order_id: placed?.id ?? null,
      subject: title.replace('{no}', placed?.doc_no ?? ''),
      snippet,
      message_id: kind === 'mail' ? `<${id.toLowerCase()}@${theirs ? about.domain : FIRM_DOMAIN}>` : null,
      filed_by: about.keptBy,
    },
  )
}

function phaseOn(course: Course, day: number): Phase {
  if (day < course.ordered) return 'asking'
  if (day < course.released) return 'confirming'
  if (day < course.finished) return 'making'
  if (day < course.shipped) return 'shipping'
  return day < course.delivered ? 'arriving' : 'after'
}

/** Buyers mostly write as they speak, and are mostly answered in English; what comes first is tried first. */
function lettersFor(
  random: Random,
  { language }: Counterpart,
  phase: Phase,
  direction: Interaction['direction'],
): (readonly Letter[])[] {
  const side = direction === 'in' ? 'in' : 'out'
  const own = LETTERS[language.split('-')[0] ?? '']?.[phase][side] ?? []
  const english = LETTERS.en[phase][side]
  return random.chance(side === 'in' ? 0.8 : 0.5) ? [own, english] : [english, own]
}

/** The last few items do not say the same again, as long as there is something else to say. */
function unsaid(random: Random, lists: readonly (readonly Letter[])[], said: readonly Letter[]): Letter {
  const lately = said.slice(-LATELY)
  const fresh = lists.map((list) => list.filter((letter) => !lately.includes(letter)))
  return random.pick([...fresh, ...lists].find((list) => list.length > 0) ?? [])
}

const LATELY = 4
