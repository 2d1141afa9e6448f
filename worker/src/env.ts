import type { SettingName } from './settings.ts'

/** What the hosting gives the Worker. */
export interface Env extends Readonly<Partial<Record<SettingName, string>>> {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
}
