import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import type { Change, Values } from '#shared/record/change.ts'

/**
 * A paper that is made for a deal is told by the history of the deal as well. With that the deal has a new version: of two who
 * make one at the same time the second sees what the first has made before they make another.
 */
export const dealTold = ({ deal }: DealFile, values: Values = {}): Change => changed('deal', deal, values)
