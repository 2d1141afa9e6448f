/** What the Sheets sidebar may be allowed: who is there, a sidebar, the open spreadsheet and no other, the reader's language. */
export const SHEETS_SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.locale',
] as const

/**
 * `appsscript.json` of the Sheets sidebar. An editor add-on says no more of itself: its name, icon and menu are in the
 * listing and in its code (developers.google.com/workspace/add-ons/concepts/editor-manifests).
 */
export const appsScriptManifest = ({ origin }: { readonly origin: string }) => ({
  timeZone: 'Asia/Shanghai',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
  oauthScopes: SHEETS_SCOPES,
  // The sidebar calls the Worker itself. Should the script ever call anything, it is this Worker and nobody else.
  urlFetchWhitelist: [`${origin}/`],
})
