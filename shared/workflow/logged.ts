import type { Interaction } from '#shared/trade/index.ts'

/** What people log by hand: one press opens the form, which begins with what is most likely, and one press saves it. */
export type Logged = 'call' | 'meeting' | 'sample'

const KINDS: readonly Interaction['kind'][] = ['call', 'meeting', 'sample', 'note']

/** Whether an item was written by hand by somebody, who may take it back. */
export const isOwnLog = ({ kind, filed_by, filed_how }: Interaction, me: string): boolean =>
  KINDS.includes(kind) && filed_by === me && filed_how === null
