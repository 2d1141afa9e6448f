import type { Inquiry } from '#shared/trade/index.ts'
import { changed, type Effect, effected } from './effect.ts'

/**
 * An inquiry that goes back to its pool is nobody's, and keeps who gave it back and when (domain 2.2.1). The deal that began
 * with it goes along: whoever takes the one has both.
 */
export const toPool: Effect = ({ file: { deal }, record, view }) => {
  const { returned_count, team_id } = record as unknown as Inquiry
  return effected(
    changed('inquiry', record, {
      owner_id: null,
      claimed_at: null,
      returned_count: (returned_count ?? 0) + 1,
      returned_by: view.actorId,
      returned_at: view.now,
    }),
    ...(deal.inquiry_id === record.id ? [changed('deal', deal, { owner_id: null, team_id })] : []),
  )
}
