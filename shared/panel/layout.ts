import type { Role } from '#shared/trade/user.ts'
import type { Section } from './panel.ts'

/**
 * Which sections a customer's panel has for whom, in which order, and which of them are folded: a firm's own, as data, over the
 * standard for each post. Warnings stand above all of them and are in no layout.
 */
export interface PanelLayout {
  /** By post; whoever has several takes the first of theirs that is named here, else that of everybody. */
  readonly roles?: Readonly<Partial<Record<Role, readonly Placed[]>>>
  /** For everybody whose post is not named. */
  readonly everybody?: readonly Placed[]
}

export interface Placed {
  readonly key: SectionKey
  readonly folded?: true
  readonly hidden?: true
}

/** The sections of a customer's panel in the order that they have by default. */
export const SECTION_KEYS = [
  'who',
  'requests',
  'approval',
  'road',
  'where_it_stands',
  'next_step',
  'money',
  'filing',
  'start',
  'orders',
  'inquiries',
  'quotations',
  'samples',
  'cases',
  'timeline',
  'documents',
  'contacts',
  'background',
] as const
export type SectionKey = (typeof SECTION_KEYS)[number]

/** What nobody can do without: who it is, what is asked of the reader, and what is next. */
export const ALWAYS: ReadonlySet<SectionKey> = new Set([
  'who',
  'requests',
  'approval',
  'road',
  'where_it_stands',
  'next_step',
])

const order = (first: readonly SectionKey[], folded: readonly SectionKey[] = []): readonly Placed[] => {
  const keys = [...first, ...SECTION_KEYS.filter((key) => !first.includes(key))]
  return keys.map((key) => ({ key, ...(folded.includes(key) ? { folded: true as const } : {}) }))
}

const START: readonly SectionKey[] = ['who', 'requests', 'approval', 'road', 'where_it_stands', 'next_step']
/** What is done with the mail itself: below what is always seen without scrolling (domain 5). */
const MAIL: readonly SectionKey[] = ['filing', 'start']

/** Who follows orders looks at those first, who collects money at that, who makes papers at those. */
const STANDARD: Readonly<Partial<Record<Role, readonly Placed[]>>> = {
  merchandiser: order([...START, ...MAIL, 'orders', 'samples', 'documents'], ['background', 'inquiries']),
  doc_clerk: order([...START, ...MAIL, 'documents', 'orders'], ['background', 'inquiries', 'samples']),
  logistics: order([...START, ...MAIL, 'documents', 'orders'], ['background', 'inquiries', 'samples']),
  finance: order([...START, 'money', ...MAIL, 'orders', 'documents'], ['inquiries', 'samples', 'background']),
}
const STANDARD_FOR_ALL = order([], ['documents', 'contacts', 'background'])

/** The layout for somebody with these posts: every section, once. One that a firm's layout does not name stands where the standard has it. */
export function layoutFor(roles: readonly string[], own: PanelLayout | null): readonly Placed[] {
  const posts = roles as readonly Role[]
  const said = posts.map((role) => own?.roles?.[role]).find((one) => one !== undefined) ?? own?.everybody
  const standard = posts.map((role) => STANDARD[role]).find((one) => one !== undefined) ?? STANDARD_FOR_ALL
  return said ? completed(said, standard) : standard
}

function completed(said: readonly Placed[], standard: readonly Placed[]): readonly Placed[] {
  const whole = [...said]
  for (const [at, placed] of standard.entries()) {
    if (whole.some(({ key }) => key === placed.key)) continue
    const before = standard[at - 1]?.key
    whole.splice(whole.findIndex(({ key }) => key === before) + 1, 0, placed)
  }
  return whole
}

/** Sections as a layout has them. One that it cannot know keeps its place behind the one before it. */
export function laidOut(sections: readonly Section[], layout: readonly Placed[]): Section[] {
  const places = new Map<string, number>(layout.map(({ key }, at) => [key, at]))
  const kept = new Map<string, Placed>(layout.map((placed) => [placed.key, placed]))
  let last = -1
  return sections
    .map((section) => {
      last = places.get(section.key) ?? last
      return { section, place: last }
    })
    .filter(({ section }) => !(kept.get(section.key)?.hidden && !ALWAYS.has(section.key as SectionKey)))
    .sort((a, b) => a.place - b.place)
    .map(({ section }) => (kept.get(section.key)?.folded ? { ...section, folded: true as const } : section))
}
