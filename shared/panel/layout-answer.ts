import type { Role } from '#shared/trade/user.ts'
import type { PanelLayout, SectionKey } from './layout.ts'

/** `GET /v1/panel-layout`, in the reader's language. */
export interface LayoutAnswer {
  /** Of the firm's record: `If-Match` of a change. */
  readonly version: number
  /** Null is the standard. */
  readonly layout: PanelLayout | null
  readonly mayEdit: boolean
  readonly sections: readonly { readonly key: SectionKey; readonly name: string }[]
  readonly roles: readonly { readonly key: Role; readonly name: string }[]
}
