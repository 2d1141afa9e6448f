import type { Article, Mapped } from './article.ts'

/** What is looked up beside a mail that asks for goods, for whoever may quote them. */
export interface Goods {
  readonly articles: readonly Article[]
  readonly mapped: readonly Mapped[]
  /** What the newest offers were worked out at, the newest first. */
  readonly rates: readonly KnownRate[]
}

/** A rate as a quotation has it. */
export interface KnownRate {
  readonly currency: string
  /** 10⁻⁸ of the firm's own currency for one unit. */
  readonly fx_rate: number
  readonly fx_date: string | null
}
