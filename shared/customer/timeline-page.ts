import type { interaction } from '#shared/trade/interaction.ts'

/**
 * Which part of a customer's timeline somebody has turned to: of one kind or all, and from where on. Hosts keep it as they were
 * told it, `call.1760000000000.01K…`, and ask for the panel with it: the filter outlasts every refresh.
 */
export interface TimelinePage {
  /** Null for every kind. */
  readonly kind: TimelineKind | null
  /** Only what is earlier than this item; ms UTC and its id. */
  readonly before: { readonly at: number; readonly id: string } | null
}

/** What is offered to look at by itself, in this order. */
export const TIMELINE_KINDS = [
  'mail',
  'call',
  'meeting',
  'chat',
  'note',
  'quotation',
  'sample',
  'document',
  'stage',
  'system',
] as const satisfies readonly (keyof typeof interaction.fields.kind.choices)[]
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export const NEWEST: TimelinePage = { kind: null, before: null }

const ALL = 'all'

/** What a request may say of it; `before` is where a page begins. */
export const TIMELINE_SEE = [ALL, ...TIMELINE_KINDS].join('|')
export const BEFORE = '(\\.\\d{1,15}\\.[0-9A-HJKMNP-TV-Z]{26})?'

export function readPage(see: string | undefined): TimelinePage {
  const [kind, at, id] = (see ?? ALL).split('.')
  return {
    kind: TIMELINE_KINDS.find((one) => one === kind) ?? null,
    before: at && id ? { at: Number(at), id } : null,
  }
}

export const writePage = ({ kind, before }: TimelinePage): string =>
  [kind ?? ALL, ...(before ? [before.at, before.id] : [])].join('.')
