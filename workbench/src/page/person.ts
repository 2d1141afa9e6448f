import type { MailAddress } from '../mailbox/mail.ts'
import { element } from './element.ts'

/** Name and address apart, so that neither can pass for the other. */
export function person({ name, address }: MailAddress): HTMLElement {
  return element(
    'span',
    { className: 'person-name' },
    name && element('bdi', { className: 'name' }, name),
    element('bdi', { className: 'address' }, `<${address}>`),
  )
}
