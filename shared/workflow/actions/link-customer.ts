import { may } from '#shared/access/access.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import { inquiry } from '#shared/trade/inquiry.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'
import { customerLinked } from '../offer/customer-of-deal.ts'
import { typedWord } from '../offer/typed-word.ts'

const { contact_name, email } = inquiry.fields
const FIELDS = {
  customer: { kind: 'text', max: 200, required: true, label: text('Number or name of the customer', '客户编号或名称') },
  contact_name,
  email,
} as const satisfies Fields

/** Says whose deal it is that an unknown sender began: a customer who is there, with the sender as one of their people. */
export const linkCustomer: Action<'deal'> = {
  name: 'link-customer',
  on: 'deal',
  needs: { type: 'deal', verb: 'edit' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file || file.deal.customer_id !== null || file.deal.status !== 'open') return []
    const [asked] = file.parts.inquiry
    const form = formOf({
      action: 'link-customer',
      target: { type: 'deal', id: file.deal.id, version: file.deal.version },
      label: text('Link to a customer', '关联已有客户')[view.language],
      fields: FIELDS,
      values: { contact_name: asked?.contact_name ?? '', email: asked?.email ?? '' },
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: () => FIELDS,

  seeks({ customer, email: address }) {
    const typed = typedWord(customer)
    return { number: typed, name: typed, address: normalisedAddress(typedWord(address)) }
  },

  decide({ target: deal, situation: { deal: file }, input, found, view, newId }) {
    if (!file || deal.customer_id !== null) {
      const message = text('The deal has a customer.', '该生意已有客户。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'customer_id', code: 'linked', message }] }
    }
    const reached = found.filter(({ standing }) => may(view.access, 'customer', 'edit', standing))
    const named = ['number', 'name'].map((by) => reached.filter(({ because }) => because === by))
    const [customer, ...others] = named.find((ones) => ones.length > 0) ?? []
    if (!customer || others.length > 0) {
      const message = (customer ? SEVERAL : NONE)[view.language]
      return { kind: 'rejected', problems: [{ field: 'customer', code: customer ? 'several' : 'reference', message }] }
    }
    const customer_id = customer.id
    const writer = found.find(({ id, because }) => id === customer_id && because === 'address')
    const address = normalisedAddress(input.email as string | null)
    const isNew = !writer && address !== null
    const contact_id = writer?.contact_id ?? (isNew ? newId() : null)
    const person: Change[] =
      isNew && contact_id !== null
        ? [
            {
              kind: 'create',
              type: 'contact',
              id: contact_id,
              values: { customer_id, full_name: input.contact_name || address, emails: [address] },
            },
          ]
        : []
    return { kind: 'saved', changes: [...customerLinked(file, { customer_id, contact_id }), ...person] }
  },
}

const NONE = text('None of your customers has this number or name.', '您的客户中没有此编号或名称。')
const SEVERAL = text('Several customers have this name: give the number.', '有多个同名客户，请填写客户编号。')
