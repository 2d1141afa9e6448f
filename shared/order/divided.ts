import type { TypeName } from '#shared/trade/index.ts'

/**
 * What an order comes to follows from these, by type. Once the order is divided into installments only `amend-order` changes them:
 * it divides what is not paid anew, and a change by hand would leave installments that are not the price.
 */
const AMOUNTS = { order: ['charges'], order_line: ['qty', 'unit_price', 'discount'] } as const

export type DividedType = keyof typeof AMOUNTS

const isDividedType = (type: TypeName): type is DividedType => Object.hasOwn(AMOUNTS, type)

/** Of the fields that somebody is about to write those that are left to amending, if the order is divided. */
export const leftToAmending = (type: TypeName, keys: readonly string[]): string[] =>
  isDividedType(type) ? keys.filter((key) => (AMOUNTS[type] as readonly string[]).includes(key)) : []

/** The field of a new record that names the order whose amount it adds to; null for one that adds to none. */
export const addsToOrder = (type: TypeName): 'order_id' | null => (type === 'order_line' ? 'order_id' : null)
