import { may } from '#shared/access/access.ts'
import type { Problem } from '#shared/api.ts'
import { domainOf, normalisedAddress } from '#shared/customer/address.ts'
import { isFreemail } from '#shared/customer/freemail.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Recognition } from '#shared/recognition/recognise.ts'
import type { Fields } from '#shared/record/field.ts'
import { zoneOfCountry } from '#shared/time/country-zone.ts'
import { contact } from '#shared/trade/contact.ts'
import { customer } from '#shared/trade/customer.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry } from '#shared/trade/inquiry.ts'
import type { Action } from '../action.ts'
import { formOf, ownFormFields } from '../form.ts'
import { customerLinked } from '../offer/customer-of-deal.ts'
import { type FromMail, fromMail, withoutFields } from '../offer/from-mail.ts'
import { typedWord } from '../offer/typed-word.ts'
import type { FoundCustomer } from '../sought.ts'

/**
 * Makes a customer, with the person who wrote, of a deal that an unknown sender began. Whose address, domain or name is known
 * already gets no second record: the deal is linked to the first (撞单).
 */
export const createCustomer: Action<'deal'> = {
  name: 'create-customer',
  on: 'deal',
  needs: { type: 'customer', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file || file.deal.customer_id !== null || file.deal.status !== 'open') return []
    const [asked] = file.parts.inquiry
    const read = unlessSaid(buyerRead(view.reading?.()), asked)
    const form = formOf({
      action: 'create-customer',
      target: { type: 'deal', id: file.deal.id, version: file.deal.version },
      label: text('Make a customer of the sender', '将发件人新建为客户')[view.language],
      fields: fieldsFor(view),
      values: {
        name: asked?.company_name ?? '',
        country: asked?.country ?? file.deal.destination_country ?? '',
        contact_name: asked?.contact_name ?? '',
        email: asked?.email ?? '',
        ...read.values,
      },
      hints: read.hints,
      reads: true,
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ view }) => fieldsFor(view),

  seeks(input) {
    const address = normalisedAddress(typedWord(input.email))
    return {
      name: typedWord(input.name),
      country: typedWord(input.country),
      address,
      domain: address === null ? null : companyDomain(address),
    }
  },

  decide({ target: deal, situation: { deal: file }, input, found, view, newId }) {
    if (!file || deal.customer_id !== null) {
      const message = text('The deal has a customer.', '该生意已有客户。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'customer_id', code: 'linked', message }] }
    }
    const [known] = found
    if (known) return { kind: 'rejected', problems: [alreadyThere(known, view)] }
    const { contact_name, email, title, phone, timezone, ...values } = input
    const address = String(email)
    const domain = companyDomain(address)
    const [customer_id, contact_id] = [newId(), newId()]
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'customer',
          id: customer_id,
          values: {
            ...values,
            timezone: timezone ?? zoneOfCountry(String(values.country)) ?? view.timezone,
            domains: domain === null ? null : [domain],
            owner_id: deal.owner_id ?? view.viewer.id,
          },
        },
        {
          kind: 'create',
          type: 'contact',
          id: contact_id,
          values: {
            customer_id,
            full_name: contact_name,
            emails: [address],
            ...(title ? { title } : {}),
            ...(phone ? { phones: [phone] } : {}),
            is_primary: true,
          },
        },
        ...customerLinked(file, { customer_id, contact_id }),
      ],
    }
  },
}

/** Where nobody says, it is that of the country. */
const { required: _, ...TIMEZONE } = customer.fields.timezone

function fieldsFor(view: View): Fields {
  return {
    name: customer.fields.name,
    country: customer.fields.country,
    contact_name: { ...contact.fields.full_name, label: inquiry.fields.contact_name.label },
    email: { ...inquiry.fields.email, required: true },
    title: contact.fields.title,
    phone: { kind: 'text', max: 60, access: 'personal', label: contact.fields.phones.label },
    address: customer.fields.address,
    timezone: TIMEZONE,
    ...ownFormFields('customer', view),
  }
}

/** Who wants to buy, as the mail says itself. */
const buyerRead = (reading: Recognition | undefined): FromMail =>
  reading
    ? fromMail({
        name: reading.company,
        country: reading.country,
        contact_name: reading.contact,
        email: reading.email,
        title: reading.title,
        phone: reading.phone,
        timezone: reading.timezone,
        address: reading.address,
      })
    : { values: {}, hints: {} }

/** What somebody has noted already stands. */
const unlessSaid = (read: FromMail, asked: Inquiry | undefined): FromMail =>
  withoutFields(read, [
    ...(asked?.company_name ? ['name'] : []),
    ...(asked?.country ? ['country'] : []),
    ...(asked?.contact_name ? ['contact_name'] : []),
    ...(asked?.email ? ['email'] : []),
  ])

/** The domain that tells a firm; null for one of a mail provider. */
function companyDomain(address: string): string | null {
  const domain = domainOf(address)
  return domain === null || isFreemail(domain) ? null : domain
}

/** Which customer it is, whoever may see it is told. */
function alreadyThere({ because, doc_no, name, standing }: FoundCustomer, { access, language }: View): Problem {
  const seen = may(access, 'customer', 'view', standing)
  return {
    field: because === 'name' ? 'name' : 'email',
    code: seen ? 'known' : 'taken',
    message: say(seen ? KNOWN : TAKEN, language, { number: doc_no, name }),
  }
}

const KNOWN = text(
  '{number} {name} has this name, address or domain: link the deal to it.',
  '{number} {name} 已使用此名称、邮箱或域名，请关联该客户。',
)
const TAKEN = text(
  'A colleague has a customer with this name, address or domain: ask to share it.',
  '同事已有此名称、邮箱或域名的客户，请申请共享。',
)
