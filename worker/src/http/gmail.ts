import type { Occasion } from '../../../gmail-addon/src/event.ts'
import { type GoogleSettings, isGoogleCall } from '../identity/google.ts'
import type { App } from './app-types.ts'
import { HttpProblem } from './problem.ts'

const OCCASIONS: readonly Occasion[] = ['home', 'message', 'press']

/**
 * What Google calls while somebody has the Gmail add-on open: on the homepage, beside a mail, and at each press on
 * a card. Google's event in, cards out; whatever happens the reader gets a card that says what to do.
 */
export function mountGmail(app: App, settings: GoogleSettings): void {
  const addresses = OCCASIONS.map((occasion) => `${settings.origin}/gmail/${occasion}`)
  for (const occasion of OCCASIONS) {
    app.post(`/gmail/${occasion}`, async (context) => {
      context.header('Cache-Control', 'no-store')
      const token = /^Bearer +(\S+) *$/i.exec(context.req.header('Authorization') ?? '')?.[1]
      if (!token || !(await isGoogleCall(token, addresses, settings))) throw new HttpProblem('unauthenticated')
      const { answerGmail } = await import('./gmail-answer.ts')
      return context.json(await answerGmail(context, occasion, settings))
    })
  }
}
