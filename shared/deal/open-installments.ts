import { openOf } from '#shared/order/open-amount.ts'
import { settling } from '#shared/order/settling.ts'
import type { Installment, Receipt } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'

/** Whether the money of a receipt is surely there, and not all of it allocated. */
export const isThere = ({ status }: Receipt): boolean => status === 'verified' || status === 'partly_allocated'

/** What of a receipt is allocated to nothing yet. */
export const leftOf = ({ gross_amount, allocated_amount }: Receipt): number => gross_amount - (allocated_amount ?? 0)

/** How many installments a form asks about, those due first. */
const OPEN_MAX = 12

/** The installments of a deal that a receipt may pay, those due first. */
export const openIn = ({ parts }: DealFile): Installment[] =>
  settling(
    Number.MAX_SAFE_INTEGER,
    parts.installment.filter((part) => openOf(part) > 0),
  )
    .map(({ part }) => part)
    .slice(0, OPEN_MAX)

/** By its id: which one is meant must not change while somebody looks at the form. */
export const keyOf = ({ id }: Installment): string => `part_${id}`
