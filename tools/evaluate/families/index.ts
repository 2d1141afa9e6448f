import type { Family } from '../family.ts'
import { aging } from './aging.ts'
import { allocation } from './allocation.ts'
import { assignment } from './assignment.ts'
import { businessClock, daysClock, elapsedClock, paymentClock, workBetween, workdaysClock } from './clocks.ts'
import { containerNumber } from './container-number.ts'
import { credit } from './credit.ts'
import { onTime } from './on-time.ts'
import { packing } from './packing.ts'
import { profit } from './profit.ts'
import { quotePrice } from './quote-price.ts'
import { repurchase } from './repurchase.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { tier } from './tier.ts'
import { vatRefund } from './vat-refund.ts'

/** The families of vectors that Quayside answers, by their name in the file. */
export const FAMILIES: ReadonlyMap<string, Family> = new Map([
  // the customer
  ['F1_tier', tier],
  ['F5_churn', repurchase],
  ['F11_credit', credit],
  ['F14_assign', assignment],
  // the order and its money
  ['F2_profit', profit],
  ['F2b_ecr', vatRefund],
  ['F2c_quote', quotePrice],
  ['F3_schedule', schedule],
  ['F3b_reschedule', reschedule],
  ['F4_aging', aging],
  ['F10_alloc', allocation],
  // clocks
  ['F8_business', businessClock],
  ['F8_elapsed', elapsedClock],
  ['F8_days', daysClock],
  ['F8_workdays', workdaysClock],
  ['F8_payment', paymentClock],
  ['F8_between', workBetween],
  // goods on their way
  ['F7_otd', onTime],
  ['F12_packing', packing],
  ['F13_iso6346', containerNumber],
])
