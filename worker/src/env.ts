/** What the hosting gives the Worker. */
export interface Env {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
}
