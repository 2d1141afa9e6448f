import type { Contract, Quotation } from '#shared/trade/index.ts'
import type { DealParts } from './deal-file.ts'

/** As long as it is so with a contract, both sides still negotiate, and so they do once it is ended. */
const NEGOTIATED: readonly Contract['status'][] = ['draft', 'rejected', 'amending', 'terminated']

/** Whether a contract of a quotation is being decided on, or agreed: then it is not replaced by another version (domain 2.2.5). */
export const isBound = ({ id }: Pick<Quotation, 'id'>, { contract }: Pick<DealParts, 'contract'>): boolean =>
  contract.some(({ quotation_id, status }) => quotation_id === id && !NEGOTIATED.includes(status))
