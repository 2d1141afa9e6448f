import type { Family } from '../family.ts'
import { aging } from './aging.ts'
import { allocation } from './allocation.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { tier } from './tier.ts'

/** The families of vectors that Quayside answers, by their name in the file. */
export const FAMILIES: ReadonlyMap<string, Family> = new Map([
  // the customer
  ['F1_tier', tier],
  // the order and its money
  ['F3_schedule', schedule],
  ['F3b_reschedule', reschedule],
  ['F4_aging', aging],
  ['F10_alloc', allocation],
])
