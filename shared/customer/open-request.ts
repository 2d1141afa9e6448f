import type { AccessRequest } from '#shared/trade/index.ts'

/** A colleague asks for a customer, and waits for an answer. */
export type OpenRequest = Pick<AccessRequest, 'id' | 'version' | 'asked_by' | 'asked_at' | 'reason' | 'wanted'> & {
  readonly asker: string
}
