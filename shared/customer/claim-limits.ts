import { type Language, say, text } from '#shared/i18n/language.ts'
import type { Inquiry, LeadPool } from '#shared/trade/index.ts'
import type { Hand } from './distribution.ts'

/** An inquiry that somebody takes out of a pool, and how many they may have claimed that day and have in hand; 0 for any. */
export interface Claims {
  readonly inquiryId: string
  readonly userId: string
  readonly perDay: number
  readonly inHand: number
}

/**
 * Why somebody may not take an inquiry out of its pool just now, in a sentence; null when they may. A pool limits how many one
 * takes in a day and how many one has in hand, and keeps what was given back from the same hands for a while (domain 1.6).
 */
export function claimRefusal(
  inquiry: Inquiry,
  hand: Pick<Hand, 'id' | 'openLeads' | 'claimedToday'>,
  pool: LeadPool | undefined,
  { now, language }: { readonly now: number; readonly language: Language },
): string | null {
  if (!pool) return null
  const { max_claim_per_day: perDay, max_hold: most, claim_cooldown_h: hours } = pool
  if (perDay > 0 && hand.claimedToday >= perDay) return say(PER_DAY, language, { count: perDay })
  if (most > 0 && hand.openLeads >= most) return say(IN_HAND, language, { count: most })
  const again = (inquiry.returned_at ?? 0) + hours * 3_600_000
  if (inquiry.returned_by === hand.id && now < again) {
    return say(COOLING, language, { hours: Math.ceil((again - now) / 3_600_000) })
  }
  return null
}

const PER_DAY = text(
  'You have claimed {count} today: that is as many as this pool allows.',
  '今日已认领 {count} 条，达到公海上限。',
)
const IN_HAND = text(
  'You have {count} open: that is as many as this pool allows.',
  '您手上已有 {count} 条未结，达到公海上限。',
)
const COOLING = text(
  'You gave it back: it is for others first, for {hours} hours yet.',
  '该询盘由您退回，{hours} 小时内由他人优先认领。',
)

/** The pool that an inquiry lies in: its team's, else the one that is everybody's. */
export const poolOf = (inquiry: Inquiry, pools: readonly LeadPool[]): LeadPool | undefined =>
  pools.find(({ team_id }) => team_id === inquiry.team_id) ?? pools.find(({ team_id }) => team_id === null)
