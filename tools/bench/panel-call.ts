/** The panel of the demo's best known customer, as the Outlook pane asks for it. */
export const MESSAGE = { from: { address: 'thiago.nunes@trilhasul.example' }, subject: 'Re: Quotation QT-2026-0412' }
export const EMAIL = 'david.chen@bluewhale-outdoor.example'

/** A request for it, signed in at a workbench. */
export async function panelCall(url: string): Promise<() => Promise<Response>> {
  const json = { 'Content-Type': 'application/json' }
  const signIn = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: EMAIL }),
  })
  const { token } = (await signIn.json()) as { token: string }
  const init = {
    method: 'POST',
    headers: { ...json, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ host: 'outlook', render: 'html', message: MESSAGE }),
  }
  return () => fetch(`${url}/v1/panel`, init)
}
