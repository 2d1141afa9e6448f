import type { MailAddress } from '../mailbox/mail.ts'
import { element } from './element.ts'

const HUES = 6

/** The first letters of a name on a colour that stays the same for an address. */
export function avatar(person: MailAddress | null): HTMLElement {
  const hue = [...(person?.address ?? '')].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES
  return element(
    'span',
    { className: 'avatar', ariaHidden: 'true', attributes: { 'data-hue': String(hue) } },
    initials(person),
  )
}

function initials(person: MailAddress | null): string {
  const words = (person?.name || person?.address || '').match(/[\p{L}\p{N}]+/gu) ?? []
  const [first = '?', last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  // One sign says enough where signs are words, and letters that join would not look like initials apart.
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(first)) return [...first][0] ?? '?'
  return `${[...first][0] ?? ''}${last ? ([...last][0] ?? '') : ''}`.toUpperCase()
}
