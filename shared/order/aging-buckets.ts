/** By how many days money is late, or not yet due (domain 3.4). */
export const BUCKETS = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const
export type Bucket = (typeof BUCKETS)[number]

/** `days` past the due date; null as long as nobody knows when that is. */
export function bucketOf(days: number | null): Bucket {
  if (days === null || days <= 0) return 'not_due'
  if (days <= 30) return 'd1_30'
  if (days <= 60) return 'd31_60'
  return days <= 90 ? 'd61_90' : 'd90_plus'
}
