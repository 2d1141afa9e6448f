import { leavePath } from '#shared/desk/path.ts'
import { element } from './element.ts'

const ADDRESS = /https?:\/\/[^\s<>"'«»“”„（）【】，。；、]+[^\s<>"'«»“”„（）【】，。；、.,;:!?)\]}]/gi

/** The text of a mail, its lines as they are. An address in it leads to the page that says where it leads. */
export function mailText(text: string): HTMLElement {
  const parts: (Node | string)[] = []
  let end = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const link = element('a', '', address)
    link.setAttribute('href', leavePath(address))
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
    parts.push(text.slice(end, index), link)
    end = index + address.length
  }
  const made = element('div', 'mail-text', ...parts, text.slice(end))
  made.dir = 'auto'
  return made
}
