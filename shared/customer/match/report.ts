/** That mails from an address are reported, and by whom. */
export interface Reported {
  /** Null where that is not known any more. */
  readonly by: string | null
  /** ms UTC. */
  readonly at: number
}

/** The occasion of the tasks that a report makes: of one sender there is one report. */
export const reportKey = (address: string): string => `reported ${address}`.slice(0, 200)
