import type { DealFile } from './deal-file.ts'

/** The id of what stands in for a deal around a record that is of none. */
export const NO_DEAL = ''

export const isLone = ({ deal }: Pick<DealFile, 'deal'>): boolean => deal.id === NO_DEAL
