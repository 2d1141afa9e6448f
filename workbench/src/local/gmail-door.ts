import type { Context, ExecutionContext, Handler } from 'hono'
import { z } from 'zod'
import { isTimezone } from '#shared/time/zone.ts'
import type { GmailCall } from '../gmail/gmail-call.ts'
import { type GoogleEnv, googleRequest } from './google.ts'
import { parse } from './parse.ts'

/** The application, and the origin under which it was told it is reached. */
export interface Production<Env> {
  readonly app: { fetch(request: Request, env: Env, execution: ExecutionContext): Response | Promise<Response> }
  readonly origin: string
}

/** Where the page's Gmail has the add-on called: the real application, by such a call as Google makes. */
export function gmailDoor<Env extends GoogleEnv>(
  production: (context: Context<{ Bindings: Env }>) => Production<Env>,
): Handler<{ Bindings: Env }> {
  return async (context) => {
    const call = parse(GmailCallBody, await context.req.json().catch(() => null))
    const { app, origin } = production(context)
    return app.fetch(await googleRequest(call, context.env, origin), context.env, context.executionCtx)
  }
}

const mailId = z.string().min(1).max(200)

const reader = {
  as: z.string().max(254),
  locale: z.string().max(35),
  timezone: z.string().max(64).refine(isTimezone),
  authorizedScopes: z.array(z.string()).optional(),
}

const FormInput = z.union([
  z.strictObject({ stringInputs: z.strictObject({ value: z.array(z.string()) }) }),
  z.strictObject({ dateInput: z.strictObject({ msSinceEpoch: z.string() }) }),
])

/** What the page may tell this door. */
export const GmailCallBody: z.ZodType<GmailCall> = z.discriminatedUnion('occasion', [
  z.strictObject({ occasion: z.literal('home'), ...reader }),
  z.strictObject({ occasion: z.literal('message'), mailId, ...reader }),
  z.strictObject({
    occasion: z.literal('press'),
    mailId: mailId.optional(),
    // Of a button's whole action, what Google sends on.
    action: z.object({
      function: z.string(),
      parameters: z.array(z.strictObject({ key: z.string(), value: z.string() })),
    }),
    inputs: z.record(z.string(), FormInput),
    ...reader,
  }),
])
