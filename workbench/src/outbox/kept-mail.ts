/** A mail that the Worker wrote, as `GET /local/outbox` tells it: kept here in the place of being sent. */
export interface KeptMail {
  readonly id: string
  /** Which mail it is: no two have the same. */
  readonly key: string
  /** Addresses. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** ms UTC, on the demo's clock. */
  readonly at: number
}
