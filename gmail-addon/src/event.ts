import { z } from 'zod'
import { TOKEN } from '#shared/panel/render/card-intent.ts'
import { dateOfDay } from '#shared/time/civil-date.ts'
import { isTimezone } from '#shared/time/zone.ts'

/** What Google sends when the add-on is opened or something on a card is pressed. Neither sender nor subject is in it. */
export interface GmailRequest {
  readonly platform: 'web' | 'ios' | 'android'
  /** BCP 47; null when the deployment does not ask for it. */
  readonly locale: string | null
  /** IANA, and only one that is known. */
  readonly timezone: string | null
  readonly tokens: {
    /** Google's word on who the reader is. */
    readonly user: string
    /** Google's word that this call is from this add-on; the same as in the call's Authorization header. */
    readonly system: string | null
    /** For the Gmail API. */
    readonly access: string | null
    /** Opens the one mail that is open; goes beside `access`. */
    readonly message: string | null
  }
  /** What the reader has allowed; null when Google does not tell. */
  readonly scopes: readonly string[] | null
  /** `msg-f:…`; null on the homepage. */
  readonly messageId: string | null
  readonly threadId: string | null
  /** What was pressed, signed by us; null when the add-on was opened. */
  readonly pressed: string | null
  /** What stands in the inputs, by name; dates as `YYYY-MM-DD`. An empty input is not sent. */
  readonly inputs: Readonly<Record<string, string>>
}

export type EventReading =
  | { readonly kind: 'read'; readonly request: GmailRequest }
  /** The reader has not allowed all of what the add-on needs. */
  | { readonly kind: 'consent'; readonly scopes: readonly string[] }
  /** Something is missing or not as it must be; `part` names it as Google does. */
  | { readonly kind: 'refused'; readonly part: string }

/** On which occasion Google calls: each has parts it cannot do without. */
export type Occasion = 'home' | 'message' | 'press'

const NEEDED: Readonly<Record<Occasion, readonly string[]>> = {
  home: [],
  message: ['authorizationEventObject.userOAuthToken', 'gmail.messageId', 'gmail.accessToken'],
  press: [`commonEventObject.parameters.${TOKEN}`],
}

/** Reads an event, whatever it is. `scopes` are those that the answer needs the reader's consent to. */
export function readEvent(body: unknown, occasion: Occasion, scopes: readonly string[] = []): EventReading {
  const parsed = GoogleEvent.safeParse(body)
  if (!parsed.success) return { kind: 'refused', part: parsed.error.issues[0]?.path.join('.') || 'event' }
  const event = parsed.data
  const { authorizedScopes } = event.authorizationEventObject
  const withheld = authorizedScopes ? scopes.filter((scope) => !authorizedScopes.includes(scope)) : []
  if (withheld.length > 0) return { kind: 'consent', scopes: withheld }
  const missing = [USER_TOKEN, ...NEEDED[occasion]].find((part) => !partOf(event, part))
  if (missing) return { kind: 'refused', part: missing }
  return { kind: 'read', request: requestOf(event) }
}

const USER_TOKEN = 'authorizationEventObject.userIdToken'

function partOf(event: unknown, path: string): unknown {
  return path.split('.').reduce((part, name) => (part as Record<string, unknown> | undefined)?.[name], event)
}

function requestOf({ commonEventObject, authorizationEventObject, gmail }: z.output<typeof GoogleEvent>): GmailRequest {
  const { platform, userLocale, timeZone, parameters, formInputs } = commonEventObject
  return {
    platform: PLATFORMS[platform],
    locale: userLocale ?? null,
    timezone: timeZone?.id && isTimezone(timeZone.id) ? timeZone.id : null,
    tokens: {
      user: authorizationEventObject.userIdToken ?? '',
      system: authorizationEventObject.systemIdToken ?? null,
      access: authorizationEventObject.userOAuthToken ?? null,
      message: gmail?.accessToken ?? null,
    },
    scopes: authorizationEventObject.authorizedScopes ?? null,
    messageId: gmail?.messageId ?? null,
    threadId: gmail?.threadId ?? null,
    pressed: parameters[TOKEN] ?? null,
    inputs: Object.fromEntries(
      Object.entries(formInputs).flatMap(([name, input]) => {
        const value = inputValue(input)
        return value === '' ? [] : [[name, value]]
      }),
    ),
  }
}

const PLATFORMS = { WEB: 'web', IOS: 'ios', ANDROID: 'android' } as const

function inputValue({ stringInputs, dateInput, dateTimeInput }: z.output<typeof FormInput>): string {
  const moment = (dateInput ?? dateTimeInput)?.msSinceEpoch
  return moment === undefined ? (stringInputs?.value[0] ?? '') : dateOfDay(Math.floor(moment / DAY_MS))
}

const DAY_MS = 86_400_000

/** ms UTC from the year 0 to 9999. A 64-bit number comes as a string or as a number, Google's own samples have both. */
const Moment = z
  .union([z.int(), z.string().regex(/^-?\d{1,15}$/)])
  .transform(Number)
  .pipe(z.int().min(-62_167_219_200_000).max(253_402_300_799_999))
const Picked = z.object({ msSinceEpoch: Moment.optional() })

const FormInput = z.object({
  stringInputs: z.object({ value: z.array(z.string()).default([]) }).optional(),
  dateInput: Picked.optional(),
  dateTimeInput: Picked.optional(),
})

/** In a path of the Gmail API, so nothing that would leave its place there. */
const GmailId = z.string().regex(/^[\w:-]{1,128}$/)

/** Google adds members as it likes; these are the ones that are read. */
const GoogleEvent = z.object({
  commonEventObject: z.object({
    hostApp: z.literal('GMAIL'),
    platform: z.enum(['WEB', 'IOS', 'ANDROID']),
    userLocale: z.string().optional(),
    timeZone: z.object({ id: z.string().optional() }).optional(),
    parameters: z.record(z.string(), z.string()).default({}),
    formInputs: z.record(z.string(), FormInput).default({}),
  }),
  authorizationEventObject: z.object({
    userOAuthToken: z.string().optional(),
    userIdToken: z.string().optional(),
    systemIdToken: z.string().optional(),
    authorizedScopes: z.array(z.string()).optional(),
  }),
  gmail: z
    .object({ messageId: GmailId.optional(), threadId: GmailId.optional(), accessToken: z.string().optional() })
    .optional(),
})
