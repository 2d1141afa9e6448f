import type { Standing } from '#shared/access/standing.ts'

/**
 * The customers that an action has to know of, by what was typed, whether or not they are the reader's to see: they are read in
 * the round trip that loads the rest. Each way of finding one stands for itself; what is absent finds nothing.
 */
export interface Sought {
  readonly number?: string
  /** As somebody wrote it; with a country only there. */
  readonly name?: string
  readonly country?: string
  /** Normalised, likewise the domain. */
  readonly address?: string | null
  readonly domain?: string | null
}

/** A customer that was found, and by what. Whether the reader may be told which it is, their standing says. */
export interface FoundCustomer {
  readonly id: string
  readonly doc_no: string
  readonly name: string
  readonly standing: Standing
  readonly because: 'number' | 'name' | 'address' | 'domain'
  /** Who of them writes from the address. */
  readonly contact_id: string | null
}
