import { readFileSync } from 'node:fs'
import type { Found } from '#shared/recognition/found.ts'
import { type ReceivedMail, readMail } from '#shared/recognition/mail.ts'
import { type Known, type Recognition, recognise } from '#shared/recognition/recognise.ts'

/**
 * What the product reads in a mail, in the form of `mails/expected.json`: what it does not find is left out, and
 * `uncertain` lists the paths of what it is not sure of. A code or a term that is uncertain ends with `?`, as there.
 */
export async function evaluateMail(file: string): Promise<object> {
  const mail = await readMail(readFileSync(file))
  return answerOf(recognise(mail, knownBeside(mail)))
}

/** The firm is that of the first recipient. Customers whose domain a look-alike imitates are those of the demo firm. */
export function knownBeside(mail: ReceivedMail): Known {
  const domain = mail.to[0]?.address.split('@')[1]?.toLowerCase()
  return { ownDomains: domain ? [domain] : [], customerDomains: DEMO_CUSTOMERS, timezone: 'Asia/Shanghai' }
}

const DEMO_CUSTOMERS = ['trilhasul.example', 'gartenwelt-baumann.example']

/** Keys in the order in which a person reads them. */
const VALUES = [
  ...[
    'language',
    'direction',
    'kind',
    'channel',
    'external_ref',
    'thread_of',
    'company',
    'country',
    'contact',
    'title',
  ],
  ...[
    'email',
    'phone',
    'timezone',
    'working_week',
    'sender_is_not_buyer',
    'reply_address',
    'lines',
    'container',
    'incoterms',
  ],
  ...['currency', 'hs_codes', 'payment', 'reply_by', 'requested_ship_date', 'delivery_by', 'arrive_before', 'deadline'],
  ...[
    'quote_valid_until',
    'wants',
    'courier_account',
    'consent',
    'amount',
    'value_date',
    'bank_reference',
    'charges',
    'attachments',
  ],
] as const satisfies readonly (keyof Recognition)[]

function answerOf(recognition: Recognition): object {
  const uncertain: string[] = []
  const plain = (value: unknown, path: string): unknown => {
    if (isFound(value)) {
      if (!value.certain) uncertain.push(path)
      return !value.certain && /locode$|^payment$/.test(path) ? `${value.value}?` : value.value
    }
    if (Array.isArray(value)) return value.map((one, at) => plain(one, `${path}.${at}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) =>
        one === null || one === undefined ? [] : [[key, plain(one, `${path}.${key}`)]],
      ),
    )
  }
  const { warnings } = recognition
  const entries = VALUES.flatMap((key) => {
    const value = recognition[key]
    const empty =
      value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)
    return empty && key !== 'attachments' ? [] : [[key, plain(value, key)]]
  })
  if (warnings.length > 0) entries.push(['must_warn', warnings.map(({ value }) => value)])
  return { ...Object.fromEntries(entries), ...(uncertain.length > 0 && { uncertain }) }
}

const isFound = (value: unknown): value is Found<unknown> =>
  typeof value === 'object' && value !== null && 'words' in value && 'certain' in value
