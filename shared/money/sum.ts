/** The sum of amounts in minor units. Throws beyond 2⁵³−1, where a number would no longer hold every cent. */
export function sumOf(amounts: readonly number[]): number {
  let sum = 0
  for (const amount of amounts) {
    sum += amount
    if (!Number.isSafeInteger(sum)) throw new RangeError('amount too large')
  }
  return sum
}
