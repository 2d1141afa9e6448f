import { ICON_NAMES } from '../icons.ts'

/** What is wrong with an address in a manifest, as a sentence that names the place; null when nothing is. */
export function addressProblem(place: string, address: string, origin: string): string | null {
  if (!address.startsWith('https://')) return `${place}: ${address} is not https`
  if (address !== origin && !address.startsWith(`${origin}/`)) return `${place}: ${address} is not at ${origin}`
  const icon = /\/icons\/(.*)$/.exec(address)?.[1]
  return icon === undefined || ICON_NAMES.includes(icon) ? null : `${place}: there is no icon ${icon}`
}

export const isAddress = (value: string): boolean => /^[a-z]+:\/\//i.test(value) && !value.startsWith('api://')
