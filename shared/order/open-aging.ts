import { sumOf } from '#shared/money/sum.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import { BUCKETS, type Bucket, bucketOf } from './aging-buckets.ts'

/** By when how much is open, in minor units of one currency; null as long as nobody knows when. */
export type Due = readonly [due: CivilDate | null, amount: number]

/** What is open of one currency by how late it is (domain 3.4), every bucket; their sum is what is open. */
export function openAging(dues: readonly Due[], asOf: CivilDate): Readonly<Record<Bucket, number>> {
  const found = BUCKETS.map((bucket) => [
    bucket,
    sumOf(
      dues.flatMap(([due, amount]) =>
        bucketOf(due === null ? null : daysBetween(due, asOf)) === bucket ? [amount] : [],
      ),
    ),
  ])
  return Object.fromEntries(found) as Record<Bucket, number>
}

/** What of it is overdue. */
export const overdueOf = (aging: Readonly<Record<Bucket, number>>): number =>
  sumOf(BUCKETS.filter((bucket) => bucket !== 'not_due').map((bucket) => aging[bucket]))
