import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import type { PartName } from './parts.ts'
import { refusedApprovals } from './refused-approval.ts'
import type { Step } from './steps.ts'

/** From here on steps are of records that no stage waits for now. */
const ELSEWHERE = 500
/** From here on they are ways out and round about. */
const ASIDE = 1_000

/** When in the order of things something is to be done. */
export interface Turn {
  /** The lower the sooner. */
  readonly rank: number
  /** It leads on from where the deal stands. */
  readonly isAhead: boolean
  /** It is of something that the deal does not wait for now. */
  readonly isElsewhere: boolean
}

/**
 * The steps of a deal, each with its turn: how its road goes on; then what its stages wait for, for what does not hold yet
 * names the records whose steps lead there; then the rest. Of one record's ways the first is the one ahead.
 */
export function inTurn(
  steps: readonly Step[],
  waited: readonly PartName[],
  file: DealFile,
): { step: Step; turn: Turn }[] {
  const { way: wayOf, deal } = file
  const seen = new Map<string, number>()
  const refused = refusedApprovals(file).map(({ node }) => node)
  const chosen = dealState(deal).tokens.flatMap((token) => (token.chosen ? [token.node] : []))
  return steps.map((step) => {
    const { type, record, way } = step
    const nth = seen.get(record.id) ?? 0
    seen.set(record.id, nth + 1)
    // Who has gone back on purpose does something there before it goes on.
    const isBack = type === 'deal' && way.kind === 'flow' && chosen.includes(way.node)
    // What was asked for has been refused: the road goes on by one of the ways round.
    const isRound = type === 'deal' && refused.includes(way.node)
    const rank = isBack || isRound ? ELSEWHERE - 3 : rankOf(type, way.kind, nth, waited)
    // Of several records of a type, that which has come least far goes first.
    const far = type === 'deal' ? 0 : [...wayOf(type).nodes.keys()].indexOf(way.node) / 100
    return { step, turn: turn(rank + far, type !== 'deal' && (type === 'document' || !waited.includes(type))) }
  })
}

/** Somebody to follow a deal is no record of it. */
export const FOLLOWER = 'follower'
/** Nor is asking once more for what was refused. */
export const AGAIN = 'again'

/** The turn of making something for a deal: when its stages wait for one, after the steps of those that are there. */
export function makingTurn(
  type: string,
  waited: readonly PartName[],
  { steps, isUnfollowed }: { readonly steps: readonly Step[]; readonly isUnfollowed: boolean },
): Turn {
  if (type === AGAIN) return turn(ELSEWHERE - 2, false)
  if (type === FOLLOWER) return turn(isUnfollowed ? ELSEWHERE - 2 : 2 * ASIDE, !isUnfollowed)
  // Without a customer there will be no contract.
  if (type === 'customer') return turn(ELSEWHERE - 1, false)
  const at = waited.indexOf(type as PartName)
  // While one is under way, in whosever hands, another is no next thing; papers are many.
  const isUnderWay = type !== 'document' && steps.some((step) => step.type === type)
  // Papers come last: as long as something else is waited for, they are not there to be filed.
  const isEarly = type === 'document' && at > 0
  return turn(at < 0 || isUnderWay || isEarly ? 2 * ASIDE : 10 * (at + 1) + 5, at < 0)
}

const turn = (rank: number, isElsewhere: boolean): Turn => ({ rank, isAhead: rank < ELSEWHERE, isElsewhere })

function rankOf(type: Step['type'], kind: 'flow' | 'choice', nth: number, waited: readonly PartName[]): number {
  if (type === 'deal') return kind === 'flow' ? nth : 3 * ASIDE + nth
  // A paper that is there is not what is missing.
  const at = type === 'document' ? -1 : waited.indexOf(type)
  return (nth > 0 ? 2 * ASIDE : 0) + (at < 0 ? ELSEWHERE : 10 * (at + 1)) + nth
}
