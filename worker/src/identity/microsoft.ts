import type { JWK, JWTPayload, JWTVerifyGetKey } from 'jose'
import type { Issuer } from './issuer.ts'

/** What a deployment must know of Microsoft for the Outlook pane. */
export interface MicrosoftSettings {
  /** Entra's public keys, for tokens of any tenant. */
  readonly keys: JWTVerifyGetKey
  /** The application that was registered for Quayside: a GUID in small letters. */
  readonly clientId: string
}

const AUTHORITY = 'https://login.microsoftonline.com/'

/** Where Entra publishes its keys, and which of them sign for any tenant: an entry says for which issuer it is. */
export const MICROSOFT_KEYS = {
  url: `${AUTHORITY}common/discovery/v2.0/keys`,
  accepts: ({ issuer = ANY_TENANT }: JWK & { readonly issuer?: unknown }): boolean => issuer === ANY_TENANT,
}

const ANY_TENANT = `${AUTHORITY}{tenantid}/v2.0`

/** Accounts of private persons, which every one of them can open for any mail address. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Office itself, which fetches tokens for panes of Outlooks that are too old for nested app authentication:
 * https://learn.microsoft.com/office/dev/add-ins/develop/register-sso-add-in-aad-v2.
 */
const OFFICE = [
  'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  '93d53678-613d-4013-afc1-62e9e444a0a5',
  '57fb890c-0dab-4253-a5e0-7188c88b2bb4',
  '08e18876-6177-487e-b8b5-cf950c1e598c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
]

const SCOPE = 'access_as_user'

/**
 * People who open the pane, by Entra access tokens (v2) for our own API. A person is known by tenant and object id:
 * the address is whatever the administrator of any tenant types in.
 */
export function microsoftIssuer({ keys, clientId }: MicrosoftSettings): Issuer {
  const clients: readonly unknown[] = [clientId, ...OFFICE]
  return {
    name: 'microsoft',
    issues: (iss) => iss.startsWith(AUTHORITY),
    audience: clientId,
    keys,
    subjectOf: ({ iss, nbf, ver, tid, oid, scp, azp, idtyp = 'user' }: EntraClaims) => {
      if (!isGuid(tid) || !isGuid(oid) || tid === PERSONAL_TENANT || iss !== `${AUTHORITY}${tid}/v2.0`) return null
      const forThePane = typeof scp === 'string' && scp.split(' ').includes(SCOPE) && clients.includes(azp)
      return forThePane && ver === '2.0' && idtyp === 'user' && nbf !== undefined ? `${tid}:${oid}` : null
    },
  }
}

type EntraClaims = JWTPayload & Readonly<Partial<Record<'ver' | 'tid' | 'oid' | 'scp' | 'azp' | 'idtyp', unknown>>>

/** As Entra writes them. In capitals the same person would have a second key. */
const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/.test(value)
