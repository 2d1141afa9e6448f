import type { JWK } from 'jose'
import { createApp } from '../../worker/src/app.ts'
import { localIssuer } from '../../worker/src/identity/local.ts'
import { newId } from '../../worker/src/new-id.ts'

interface Env {
  readonly DB: D1Database
  readonly KEY: JWK
  /** ms UTC. */
  readonly TODAY: number
}

let app: ReturnType<typeof createApp> | undefined

/** The application as it is deployed, with an issuer that the bench has the key of, and none of the workbench around it. */
export default {
  fetch(request, env, context) {
    app ??= createApp({ now: () => env.TODAY, newId, issuers: [localIssuer(env.KEY)], version: 'bench' })
    return app.fetch(request, env, context)
  },
} satisfies ExportedHandler<Env>
