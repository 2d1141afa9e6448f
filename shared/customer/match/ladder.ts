import type { Parties } from '../parties.ts'

/**
 * How a mail may lead to a customer, the surest first. What stands lower never outweighs what stands higher; it decides
 * only between customers that stand on the same rung.
 */
export const RUNGS = ['chosen', 'address', 'thread', 'number', 'domain', 'copied', 'copied_domain', 'name'] as const
export type Rung = (typeof RUNGS)[number]

/** How sure a match is. Nothing is linked on `possible` alone. */
export type Confidence = 'certain' | 'likely' | 'possible'

/** Something the store found: this customer, on this rung, by this (an address, a domain, a number, a Message-ID). */
export interface Finding {
  readonly customerId: string
  readonly rung: Rung
  readonly found: string
}

/** A customer that fits, with the surest reason first. */
export interface Ranked {
  readonly customerId: string
  readonly rung: Rung
  readonly found: string
  readonly confidence: Confidence
  /** Everything that speaks for it, the surest first. */
  readonly reasons: readonly Finding[]
}

export interface Ladder {
  /** Everybody who fits, the surest first. */
  readonly candidates: readonly Ranked[]
  /** The one that the mail belongs to; null where that would be a guess. */
  readonly link: Ranked | null
}

/** What else bears on how sure a finding is. */
export interface Circumstances {
  readonly by: Parties['by']
  /** The counterpart's domain looks like a customer's and is not: nothing it says about itself is believed. */
  readonly lookAlike: boolean
  /** Whether a number tells by itself whose it is. */
  readonly telling: (number: string) => boolean
}

/**
 * Which customer a mail belongs to. It is linked to the surest candidate, if that one is at least likely and no other is as
 * sure; between several that are only likely, though for different reasons, a person chooses.
 */
export function ladder(findings: readonly Finding[], around: Circumstances): Ladder {
  const byCustomer = new Map<string, Finding[]>()
  for (const one of findings) byCustomer.set(one.customerId, [...(byCustomer.get(one.customerId) ?? []), one])
  const candidates = [...byCustomer.values()].flatMap((all) => ranked(all, around)).sort(bySureness)
  const [first, second] = candidates
  return { candidates, link: first && isAlone(first, second) ? first : null }
}

function ranked(all: readonly Finding[], around: Circumstances): Ranked[] {
  const sure = (one: Finding) => CONFIDENCES.indexOf(confidence(one, around))
  const reasons = all.toSorted((a, b) => sure(a) - sure(b) || height(a) - height(b))
  const [first] = reasons
  return first ? [{ ...first, confidence: confidence(first, around), reasons }] : []
}

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']
const height = ({ rung }: Pick<Finding, 'rung'>): number => RUNGS.indexOf(rung)

function confidence({ rung, found }: Finding, { by, lookAlike, telling }: Circumstances): Confidence {
  if (rung === 'chosen') return 'certain'
  if (lookAlike && rung !== 'address') return 'possible'
  switch (rung) {
    case 'address':
      // Anybody may write any address into Reply-To.
      return by === 'reply_to' ? 'likely' : 'certain'
    case 'number':
      return telling(found) ? 'likely' : 'possible'
    case 'thread':
    case 'domain':
    case 'copied':
      return 'likely'
    case 'copied_domain':
    case 'name':
      return 'possible'
  }
}

/** The reasons as one figure: a bit for each rung, so that a lower one counts only where the higher are the same. */
const weight = ({ reasons }: Ranked): number =>
  reasons.reduce((sum, one) => sum | (1 << (RUNGS.length - height(one))), 0)

const sureness = ({ confidence: how }: Ranked): number => CONFIDENCES.indexOf(how)

const bySureness = (a: Ranked, b: Ranked): number =>
  sureness(a) - sureness(b) || weight(b) - weight(a) || (a.customerId < b.customerId ? -1 : 1)

/** Whether the first may be linked, beside the second. */
function isAlone(first: Ranked, second: Ranked | undefined): boolean {
  if (first.confidence === 'possible') return false
  if (!second || second.confidence === 'possible') return true
  if (first.confidence === 'likely') return false
  if (second.confidence === 'likely') return true
  // Both certain: chosen before an address; at two customers with one address, a thread or a number of one of them tells.
  return first.rung !== second.rung || (tells(first) && !tells(second))
}

const tells = ({ reasons }: Ranked): boolean => reasons.some(({ rung }) => rung === 'thread' || rung === 'number')
