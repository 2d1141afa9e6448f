import { normalisedAddress } from '#shared/customer/address.ts'
import { givenTo } from '#shared/customer/distribution.ts'
import { isOfMail, type Situation } from '#shared/customer/situation.ts'
import { started } from '#shared/deal/started.ts'
import { type Language, text } from '#shared/i18n/language.ts'
import type { Found } from '#shared/recognition/found.ts'
import type { Recognition } from '#shared/recognition/recognise.ts'
import type { Change } from '#shared/record/change.ts'
import { isText } from '#shared/record/printable.ts'
import { inquiry } from '#shared/trade/inquiry.ts'
import type { Action } from '../action.ts'
import { formOf, ownFormFields } from '../form.ts'
import { askedFor, type FromMail, fromMail } from '../offer/from-mail.ts'
import { effectView } from './effect-view.ts'

const { company_name, contact_name, email, country, subject, message } = inquiry.fields
const FIELDS = { subject, company_name, contact_name, email: { ...email, required: true }, country, message } as const

/** Makes an inquiry of a mail whose sender nobody knows, and a deal begins with it. The same mail makes one inquiry, whoever asks. */
export const createInquiry: Action<'inquiry'> = {
  name: 'create-inquiry',
  on: 'inquiry',
  makes: true,
  needs: { type: 'inquiry', verb: 'create' },
  section: 'sender',
  distributes: true,
  begins: true,

  offers(situation, view) {
    if (!isUnclaimed(situation)) return []
    const { sender, subject } = situation.mail
    const address = normalisedAddress(sender?.address)
    const read = inquiryRead(view.reading?.(), view.language)
    const form = formOf({
      action: 'create-inquiry',
      target: { type: 'inquiry', id: 'new' },
      label: text('Create inquiry', '新建询盘')[view.language],
      fields: { ...FIELDS, ...ownFormFields('inquiry', view) },
      values: {
        subject: isText(subject, 500) ? subject : '',
        contact_name: sender?.name && isText(sender.name, 120) ? sender.name : '',
        email: address ?? '',
        ...read.values,
      },
      hints: read.hints,
      reads: true,
      language: view.language,
      primary: true,
      folded: true,
    })
    return [{ form, on: null }]
  },

  fields: ({ view }) => ({ ...FIELDS, ...ownFormFields('inquiry', view) }),

  decide({ situation, input, message, view, newId, distribution, superiors }) {
    if (!message || !isUnclaimed(situation)) {
      const problem = text(
        'This mail needs no inquiry: its sender is known, or it has one.',
        '此邮件无需新建询盘：发件人已知，或已有询盘。',
      )
      return { kind: 'rejected', problems: [{ field: 'message', code: 'known', message: problem[view.language] }] }
    }
    const { sentAt } = situation.mail
    const [id, dealId] = [newId(), newId()]
    const asked = { country: input.country as string | null, channel: 'email' }
    const owner = distribution ? givenTo(asked, distribution, view.today) : null
    const given = owner === null ? {} : { owner_id: owner, status: 'assigned', assigned_at: view.now }
    const inquiry: Change = {
      kind: 'create',
      type: 'inquiry',
      id,
      values: {
        ...input,
        channel: 'email',
        // The claim clock starts when the mail came, not when somebody looked at it (domain 2.2.1).
        received_at: Math.min(Math.max(sentAt ?? view.now, 0), view.now),
        message_id: situation.mail.key,
        deal_id: dealId,
        ...given,
      },
    }
    const begun = started(
      {
        id: dealId,
        values: {
          subject: String(input.subject).slice(0, 200),
          inquiry_id: id,
          owner_id: owner,
          destination_country: input.country,
        },
        changes: [inquiry],
        customer: null,
        road: situation.roads?.[0] ?? null,
        ...(superiors ? { superiors } : {}),
      },
      effectView(view, newId),
    )
    return 'problems' in begun
      ? { kind: 'rejected', problems: begun.problems }
      : // Nobody gets a letter but who has written one.
        {
          kind: 'saved',
          changes: begun.changes,
          ...(isWriter(input.email, situation) ? { alerts: true as const } : {}),
        }
  },
}

/** Who asks and for what, as the mail says itself: behind a platform, a form or a colleague it is not the sender. */
function inquiryRead(reading: Recognition | undefined, language: Language): FromMail {
  if (!reading) return { values: {}, hints: {} }
  const asked = askedFor(reading, language)
  const short = (found: Found<string> | null, max: number) => (found && isText(found.value, max) ? found : null)
  const { values, hints } = fromMail({
    company_name: short(reading.company, 200),
    contact_name: short(reading.contact, 120),
    email: reading.email && normalisedAddress(reading.email.value) !== null ? reading.email : null,
    country: reading.country,
  })
  return { values: { ...values, ...(asked === '' ? {} : { message: asked.slice(0, MESSAGE_MAX) }) }, hints }
}

const MESSAGE_MAX = 4000

/** The same buyer keeps the same person: who has an inquiry with a colleague gets no second one. */
const isUnclaimed = (situation: Situation): situation is Extract<Situation, { kind: 'unknown' }> =>
  situation.kind === 'unknown' && situation.takenBy === null && !isOfMail(situation.inquiry, situation.mail)

const isWriter = (
  email: unknown,
  { mail }: { readonly mail: { readonly sender: { readonly address: string } | null } },
) => normalisedAddress(String(email)) === normalisedAddress(mail.sender?.address)
