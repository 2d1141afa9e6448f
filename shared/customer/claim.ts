import type { Inquiry } from '#shared/trade/index.ts'

/** An inquiry is to be claimed within a day of its arrival, by the clock on the wall (domain 2.2.1). */
export const CLAIM_MINUTES = 24 * 60

/** Whether an inquiry waits for somebody to take it on; the indexes `inquiries_assigned` and `inquiries_pooled` hold no other. */
export const isUnclaimed = ({ status }: Inquiry): boolean =>
  status === 'received' || status === 'assigned' || status === 'pooled'

/** ms UTC. */
export const claimDue = ({ received_at }: Inquiry): number => received_at + CLAIM_MINUTES * 60_000
