/** What an administrator sets, as text; empty is not set. `docs/sign-in.md` says where each value comes from. */
export interface SignInEnv {
  /** Where people reach it, `https://…` without a path; manifests without it name the address of the request. */
  readonly ORIGIN?: string
  /** The app registration in Microsoft Entra. */
  readonly MICROSOFT_CLIENT_ID?: string
  /** The OAuth clients of the Gmail add-on and of the sheet's script, with commas between. */
  readonly GOOGLE_CLIENT_IDS?: string
  /** In whose name Google calls this project's add-on. */
  readonly GOOGLE_SERVICE_ACCOUNT?: string
  /** A secret: 32 random bytes or more in base64, which sign what can be pressed on a card. */
  readonly CARD_SECRET?: string
}

/** What the hosting gives the Worker. */
export interface Env extends SignInEnv {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Where quotations, contracts and templates lie as files; without it there are none. */
  readonly FILES?: R2Bucket
}
