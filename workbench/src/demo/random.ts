/** The generator's seed. Another seed makes another firm. */
const SEED = '20260701'

/** Numbers that look random and never change. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  normal(mean: number, deviation: number): number
}

/**
 * The numbers of one path, such as `('customer', 17, 'orders')`. Each path has numbers of its own, so that
 * a change in one place of the demo does not shake up all the others. Xorshift128 (Marsaglia 2003).
 */
export function seeded(...path: readonly (string | number)[]): Random {
  const name = [SEED, ...path].join('/')
  let [x, y, z, w] = [hash(name, 1), hash(name, 2), hash(name, 3), hash(name, 4)]

  const next = () => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return (w >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const hit = entries.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (hit ?? entries[0])?.[0] as keyof typeof weights
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** The same list in another order, the same one every time. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

/** FNV-1a, with a last stirring so that names which differ in one letter share nothing. Never 0. */
function hash(name: string, salt: number): number {
  let h = Math.imul(0x811c9dc5 ^ salt, 0x01000193)
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39)
  return h ^ (h >>> 16) || salt
}
