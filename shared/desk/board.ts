import { z } from 'zod'
import { EXECUTION } from '#shared/order/execution.ts'
import type { Tone } from '#shared/panel/panel.ts'
import type { BOARD_FILTERS } from './board-filters.ts'

/** The stages that are a column each: those in which the house still works on an order. */
export const BOARD_STAGES = EXECUTION.filter((stage) => stage !== 'closed')

/** How many cards of a column one answer holds. */
export const CARDS_MAX = 10
/** How many of a column are counted; what is beyond is said to be more. */
export const COUNTED_MAX = 50

/** `GET /v1/board`: what narrows it, each alike for everybody who opens the same address. */
export const BoardQuery = z.strictObject({
  /** Whose it is; `me` also for what the reader follows, and for the orders of their customers. */
  owner: z.union([z.literal('me'), z.ulid()]).optional(),
  /** That of the owner. */
  team: z.ulid().optional(),
  customer: z.ulid().optional(),
  product_line: z.string().min(1).max(80).optional(),
  /** One column alone. */
  stage: z.enum(BOARD_STAGES).optional(),
  /** `next` of that column: what comes after it. */
  cursor: z.string().max(400).optional(),
})
export type BoardQuery = z.infer<typeof BoardQuery>

/** A board in its reader's language: what is on it, and what it can be narrowed by. */
export interface BoardAnswer {
  readonly columns: readonly BoardColumn[]
  /** Null where one column was asked for. */
  readonly choices: BoardChoices | null
}

export interface BoardColumn {
  readonly key: string
  readonly name: string
  /** Null where it begins behind a cursor. */
  readonly count: BoardCount | null
  /** The most urgent first; at most {@link CARDS_MAX}. */
  readonly cards: readonly BoardCard[]
  /** The cursor of what comes after; null at the end. */
  readonly next: string | null
}

/** How many there are: late, due within three days, all of them. `atLeast` where no more were counted. */
export interface BoardCount {
  readonly late: number
  readonly soon: number
  readonly all: number
  readonly atLeast: boolean
}

/** One thing on its way. What its reader does not see of it is null. */
export interface BoardCard {
  readonly type: 'order'
  readonly id: string
  readonly title: string
  readonly customer: string | null
  readonly productLine: string | null
  /** How the owner is called. */
  readonly owner: string | null
  /** What is to be done next. */
  readonly step: string | null
  /** By when, `YYYY-MM-DD`. */
  readonly due: string | null
  /** The same as a person reads it, with how far off it is. */
  readonly dueText: string | null
  readonly tone: Tone
  readonly total: string | null
  readonly onHold: boolean
  /** Why that step cannot be taken yet. */
  readonly stuck: string | null
}

/** What the reader can narrow the board by: whose and what is most urgent, and what it is narrowed by already. */
export type BoardChoices = Readonly<Record<(typeof BOARD_FILTERS)[number], readonly BoardChoice[]>>

export interface BoardChoice {
  readonly value: string
  readonly name: string
}
