import { BAUMANN_GARTEN } from './baumann-garten.ts'
import { THORNFIELD, VELDKAMP } from './buying-agent.ts'
import type { PlantedCustomer } from './definition.ts'
import { DUE_SOON } from './due-soon.ts'
import { DUPLICATES } from './duplicates.ts'
import { ARABIC_NAME, MARKUP_NAME, TURNED_NAME } from './hostile-names.ts'
import { OVERDUE } from './overdue.ts'
import { RANKS } from './ranks.ts'
import { TRILHA_SUL } from './trilha-sul.ts'

/** The customers that are the same in a firm of any size. */
export const PLANTED: readonly PlantedCustomer[] = [
  TRILHA_SUL,
  BAUMANN_GARTEN,
  // one address, two customers
  THORNFIELD,
  VELDKAMP,
  // names that must stay as they are
  MARKUP_NAME,
  ARABIC_NAME,
  TURNED_NAME,
  // the same firm twice
  ...DUPLICATES,
  ...RANKS,
  ...DUE_SOON,
  ...OVERDUE,
]
