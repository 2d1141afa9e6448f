import { normalisedAddress } from '#shared/customer/address.ts'
import { type Person, phoneDigits } from './person.ts'

/** With or without the country's code a telephone is the same by its last digits. */
const PHONE_TAIL = 9
/** More than a mail's participants and what they write. */
const MARKED_MAX = 500

const ADDRESS = /[^\s@<>"'`,;:()[\]{}|]+@[^\s@<>"'`,;:()[\]{}|]+/gu
const PHONE = /(?:\+|\b00)[\d ().\-/\u00a0]{7,24}\d/gu

/** What an erased person is known again by. What is made of it cannot be read back: see `worker/src/store/erased.ts`. */
export const markedOf = ({ addresses, phones }: Pick<Person, 'addresses' | 'phones'>): string[] => [
  ...new Set([
    ...addresses.map((address) => `address:${normalisedAddress(address) ?? address}`),
    ...phones.map(ofDigits),
  ]),
]

const ofDigits = (digits: string): string => `phone:${digits.slice(-PHONE_TAIL)}`

/** Every address and telephone in values that are about to be written. */
export function markedIn(values: Readonly<Record<string, unknown>>): string[] {
  const found = new Set<string>()
  const read = (value: unknown, isPhone: boolean): void => {
    if (found.size >= MARKED_MAX) return
    if (typeof value === 'string') {
      for (const [one] of value.matchAll(ADDRESS)) {
        const address = normalisedAddress(one.replace(/[.!?]+$/, ''))
        if (address) found.add(`address:${address}`)
      }
      for (const one of isPhone ? [value] : (value.match(PHONE) ?? [])) {
        const digits = phoneDigits(one)
        if (digits) found.add(ofDigits(digits))
      }
    } else if (Array.isArray(value)) for (const one of value) read(one, isPhone)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) read(one, isPhone)
  }
  for (const [field, value] of Object.entries(values)) read(value, /phone|mobile|whatsapp|wechat/i.test(field))
  return [...found]
}
