/** The panel of the demo's best known customer, as the Outlook pane asks for it. */
const MESSAGE = { from: { address: 'thiago.nunes@trilhasul.example' }, subject: 'Re: Quotation QT-2026-0412' }
export const EMAIL = 'david.chen@bluewhale-outdoor.example'

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** A request for it by whoever a token speaks for. */
export const panelRequest = (token: string) => ({
  method: 'POST',
  headers: { ...JSON_TYPE, Authorization: `Bearer ${token}` },
  body: JSON.stringify({ host: 'outlook', render: 'html', message: MESSAGE }),
})

/** Asks for it, signed in at a workbench. */
export async function panelCall(url: string): Promise<() => Promise<Response>> {
  const signIn = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ email: EMAIL }),
  })
  const { token } = (await signIn.json()) as { token: string }
  return () => fetch(`${url}/v1/panel`, panelRequest(token))
}
