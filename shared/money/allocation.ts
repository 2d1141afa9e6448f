import Big from 'big.js'

/**
 * Divides minor units over weights so that the parts add up to the total (domain 3.10): each part is
 * rounded down, and what is left goes, one unit each, to the largest fractions, on a tie to the earlier
 * line. Weights are decimal strings; all of them zero means equal parts. A negative total (a credit)
 * gives the exact mirror of the positive one, so that a credit takes back line by line what was charged.
 * Throws for a negative weight, and for a total that has no line to go to.
 */
export function allocate(totalMinor: number, weights: readonly string[]): number[] {
  if (weights.length === 0 && totalMinor !== 0) throw new RangeError('no line to allocate to')
  const shares = wholeShares(weights)
  const whole = shares.reduce((sum, share) => sum + share, 0n)
  const total = BigInt(Math.abs(totalMinor))

  const parts = shares.map((share) => (total * share) / whole)
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n))
  const largestFirst = shares
    .map((share, line) => ({ line, fraction: (total * share) % whole }))
    .sort((a, b) => (a.fraction === b.fraction ? a.line - b.line : a.fraction > b.fraction ? -1 : 1))
  const raised = new Set(largestFirst.slice(0, left).map(({ line }) => line))

  const sign = totalMinor < 0 ? -1n : 1n
  return parts.map((part, line) => Number(sign * (part + (raised.has(line) ? 1n : 0n))))
}

/** The weights as integers in the same proportion. */
function wholeShares(weights: readonly string[]): bigint[] {
  const decimals = weights.map((weight) => new Big(weight))
  if (decimals.some((weight) => weight.lt(0))) throw new RangeError('a weight below zero')
  if (decimals.every((weight) => weight.eq(0))) return decimals.map(() => 1n)
  const places = Math.max(0, ...decimals.map((weight) => weight.c.length - 1 - weight.e))
  return decimals.map((weight) => BigInt(weight.times(`1e${places}`).toFixed(0)))
}
