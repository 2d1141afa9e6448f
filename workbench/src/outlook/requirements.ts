/**
 * What this host claims to be able to do: Outlook on the web as it was with Mailbox 1.14. It knows no
 * nested app authentication, so that panes take the way by `OfficeRuntime.auth`.
 */
const SETS: Readonly<Record<string, string>> = { Mailbox: '1.14', IdentityAPI: '1.3', OpenBrowserWindowApi: '1.1' }

/** Whether a set is there, in this version at least (`1.10` is later than `1.9`). */
export function isSetSupported(name: string, minVersion: string | number = '0'): boolean {
  const has = SETS[name]
  if (has === undefined) return false
  const [hasMajor = 0, hasMinor = 0] = has.split('.').map(Number)
  const [major = 0, minor = 0] = String(minVersion).split('.').map(Number)
  return hasMajor > major || (hasMajor === major && hasMinor >= minor)
}
