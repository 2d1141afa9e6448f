import { z } from 'zod'

/** A name that expressions, addresses and JSON can carry: `end_won`. */
export const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'name')
  // What every JavaScript object has is no name for a value; many a caller writes `to_string` as `toString`.
  .refine((name) => !(name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) in {}), 'name')

/** The source of an expression; what it means is checked when it is compiled. */
export const Source = z.string().min(1).max(2_000)

/** A field by name, or by record and name: `order.cargo_ready_date`. */
export const Path = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, 'path')

/** At most this many entries in any list of a definition that is not bounded more closely. */
export const ENTRIES_MAX = 40
