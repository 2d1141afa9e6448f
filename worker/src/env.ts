import type { SettingName } from './settings.ts'

/** What the hosting gives the Worker. */
export interface Env extends Readonly<Partial<Record<SettingName, string>>> {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Where people reach it, `https://…`; without it the address of each request. */
  readonly ORIGIN?: string
  /** The app registration in Microsoft Entra. */
  readonly MICROSOFT_CLIENT_ID?: string
}
