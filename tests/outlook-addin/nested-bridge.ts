/** What Outlook answers to the real sign-in library: a token for `account`, a refusal by its status, or nothing. */
type Answer = { readonly account: string } | { readonly status: string } | 'never'

/** An Outlook that can sign in for the pages it shows. */
export interface NestedOutlook {
  /** What the Worker says of its own application. */
  readonly clientId: string | null
  /** Without being asked, one answer after the other; the last one stays. */
  readonly silently?: readonly Answer[]
  /** After it has shown its own window. */
  readonly asking?: Answer
  /** It says that it can and brings no bridge. */
  readonly bridge?: false
}

/**
 * A script that gives the page such a bridge. What it was asked is in `window.bridgeAsked`, what the content policy
 * of the page refused in `window.refused`.
 */
export const nestedScript = (outlook: NestedOutlook): string => `(${bridge})(${JSON.stringify(outlook)})`

interface Asked {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup'
  readonly requestId: string
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly correlationId: string }
}

function bridge({ silently = [], asking = 'never', bridge: there }: NestedOutlook): void {
  const asked: Asked[] = []
  const refused: string[] = []
  Object.assign(window, { bridgeAsked: asked, refused })
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))
  if (there === false) return
  const listeners: ((message: string) => void)[] = []
  const text = (part: object) => btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

  function answerTo({ method }: Asked): object | null {
    if (method === 'GetInitContext') return { success: true, initContext: { sdkName: 'test', sdkVersion: '1' } }
    const tries = asked.filter((one) => one.method === 'GetToken').length
    const said = method === 'GetTokenPopup' ? asking : (silently[Math.min(tries, silently.length) - 1] ?? 'never')
    if (said === 'never') return null
    if ('status' in said) return { success: false, error: { status: said.status, code: 'AADSTS50058' } }
    const claims = { oid: 'o', tid: 't', sub: 's', preferred_username: said.account, exp: Date.now() / 1000 + 3600 }
    return {
      success: true,
      token: {
        access_token: `nested.${method}.${said.account}`,
        id_token: `${text({ alg: 'RS256' })}.${text(claims)}.x`,
        expires_in: 3600,
        scope: asked.at(-1)?.tokenParams?.scope,
      },
      account: {
        environment: 'login.microsoftonline.com',
        homeAccountId: 'o.t',
        tenantId: 't',
        username: said.account,
      },
    }
  }

  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_: string, listener: (message: string) => void) => listeners.push(listener),
      removeEventListener: () => {},
      postMessage(message: string) {
        const request: Asked = JSON.parse(message)
        asked.push(request)
        const answer = answerTo(request)
        if (!answer) return
        const envelope = { messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...answer }
        setTimeout(() => {
          for (const listener of listeners) listener(JSON.stringify(envelope))
        })
      },
    },
  })
}
