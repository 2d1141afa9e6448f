import { type FirmPosts, STANDARD_FIRM } from '#shared/access/firm-posts.ts'
import { keptByFirm } from './kept-by-firm.ts'

const read = keptByFirm((kept) => JSON.parse(kept) as FirmPosts)

/** The posts of a firm from what it has made of them; null for a firm with the standard ones. They were checked when they were kept. */
export const postsOfFirm = (tenantId: string, kept: string | null): FirmPosts =>
  kept === null || kept === '{}' ? STANDARD_FIRM : read(tenantId, kept)
