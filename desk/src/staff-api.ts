/** What the Worker says of who leaves: `worker/src/http/staff-answer.ts`. */
export interface StaffAnswer {
  readonly person: { readonly id: string; readonly alias: string; readonly status: string; readonly version: number }
  readonly counts: readonly { readonly label: string; readonly stateLabel: string | null; readonly count: number }[]
  readonly groups: readonly Group[]
  readonly successors: readonly { readonly id: string; readonly alias: string }[]
  readonly handover: Progress | null
}

export interface Group {
  readonly country: string | null
  readonly tier: string | null
  readonly team_id: string | null
  readonly team: string | null
  readonly count: number
}

export interface Progress {
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
}

/** A member of staff as the list of them has it. */
export interface Member {
  readonly id: string
  readonly version: number
  readonly alias: string
  readonly status: string
  readonly away_from: string | null
  readonly away_to: string | null
  readonly back_at: number | null
}
