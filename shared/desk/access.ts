/** What `GET /v1/access` and its neighbours answer, for the page that draws it; the schemas are in `worker/src/http/access-shapes.ts`. */

export interface AccessAnswer {
  readonly version: number
  readonly mayPropose: boolean
  readonly types: readonly GrantedType[]
  readonly verbs: Readonly<Record<string, string>>
  readonly scopes: Readonly<Record<string, string>>
  readonly classes: Readonly<Record<string, string>>
  readonly posts: readonly PostAnswer[]
  readonly staff: readonly StaffAnswer[]
  readonly proposals: readonly ProposalAnswer[]
  /** Times in ms UTC. */
  readonly looks: readonly { readonly at: number; readonly by: string; readonly as: string }[]
}

export interface GrantedType {
  readonly key: string
  readonly label: string
  readonly verbs: readonly string[]
  readonly scopes: readonly string[]
}

export interface PostAnswer {
  readonly key: string
  readonly label: string
  readonly names: { readonly en: string; readonly zh: string } | null
  readonly changed: boolean
  readonly grants: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly sees: readonly string[]
}

export interface StaffAnswer {
  readonly id: string
  readonly alias: string
  readonly name: string
  readonly roles: readonly string[]
  readonly active: boolean
}

export interface ProposalAnswer {
  readonly id: string
  readonly status: 'open' | 'agreed' | 'withdrawn'
  readonly about: string
  readonly told: readonly string[]
  readonly by: string
  readonly at: number
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly mayAgree: boolean
  readonly waits: string | null
  readonly user: string | null
  readonly post: string | null
}

export interface PreviewAnswer {
  readonly as: string
  readonly example: boolean
  readonly before: SeenAnswer
  readonly after: SeenAnswer | null
}

export interface SeenAnswer {
  readonly title: string | null
  readonly sections: readonly {
    readonly key: string
    readonly title: string
    readonly html: string
    readonly change: 'same' | 'new' | 'gone' | 'changed'
    readonly told: readonly string[]
  }[]
  readonly hidden: readonly string[]
}
