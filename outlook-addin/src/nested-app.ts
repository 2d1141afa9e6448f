import { createNestablePublicClientApplication, InteractionRequiredAuthError } from '@azure/msal-browser'

/** What Outlook's own sign-in said. `unable`: it cannot do this here, and the older way remains. */
export type Nested =
  | { readonly kind: 'token'; readonly token: string; readonly accounts: readonly string[] }
  | { readonly kind: 'ask'; readonly code: string }
  | { readonly kind: 'unable' }

/**
 * Nested app authentication: Outlook signs in for the page that it shows, with the account that it has. This part is
 * loaded only where Outlook can. Nothing is kept outside the page's memory, for Outlook keeps tokens and renews them.
 */
export async function nestedApp(clientId: string): Promise<(prompt: boolean) => Promise<Nested>> {
  const application = await createNestablePublicClientApplication({
    auth: { clientId, authority: 'https://login.microsoftonline.com/common' },
    cache: { cacheLocation: 'memoryStorage' },
  })
  const request = { scopes: [`api://${clientId}/access_as_user`] }

  return async (prompt) => {
    try {
      return tokenOf(await application.acquireTokenSilent({ ...request }))
    } catch (error) {
      // Without a bridge to Outlook this is another error, so no window of a browser is ever opened.
      if (!(error instanceof InteractionRequiredAuthError)) return { kind: 'unable' }
      if (!prompt) return { kind: 'ask', code: error.errorCode || 'interaction_required' }
    }
    return application.acquireTokenPopup({ ...request }).then(tokenOf, (error) => ({
      kind: 'ask',
      code: String(error?.errorCode || 'unknown'),
    }))
  }
}

type Answer = Awaited<
  ReturnType<Awaited<ReturnType<typeof createNestablePublicClientApplication>>['acquireTokenSilent']>
>

/** The addresses by which Microsoft calls the account; its name to sign in with need not be that of its mailbox. */
function tokenOf({ accessToken, account }: Answer): Nested {
  const accounts = [account?.username, account?.idTokenClaims?.email].filter((one) => typeof one === 'string')
  return { kind: 'token', token: accessToken, accounts }
}
