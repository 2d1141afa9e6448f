/**
 * How near a person is to a record, as bits: it is their own, their team's, that of somebody below them.
 * The store works it out for each record it reads for a person; nobody else does.
 */
export type Standing = number

export const OWN = 1
export const TEAM = 2
export const SUBTREE = 4
/** Above whose it is. One's own record is within one's subtree as well, and nobody is their own superior. */
export const isAbove = (standing: Standing): boolean => (standing & SUBTREE) !== 0 && (standing & OWN) === 0

/** One works on something of it: a customer of an order that one follows. */
export const INVOLVED = 8

/** What of how somebody stands to a record holds for their deputy. */
export const DEPUTISED: Standing = OWN | SUBTREE
