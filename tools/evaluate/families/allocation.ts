import { z } from 'zod'
import { allocate } from '#shared/money/allocation.ts'
import { family } from '../family.ts'
import { decimal } from '../notation.ts'

/** F10_alloc: minor units over weights. */
export const allocation = family(z.object({ total: z.int(), w: z.array(decimal) }), ({ total, w }) =>
  allocate(total, w),
)
