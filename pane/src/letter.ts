import type { Reply } from '#shared/api.ts'
import { fileLink } from './file-link.ts'
import type { Words } from './words.ts'

/**
 * A letter to copy, over the pane: where no reply can be opened, or none that is its buyer's. The text is shown, for
 * the page's policy takes no styles; what is copied is the table as well.
 */
export function showLetter(letter: Reply, why: string, words: Words): void {
  const dialog = made('dialog', { className: 'letter' })
  const text = made('textarea', { readOnly: true, value: letter.text, lang: letter.language, dir: 'auto', rows: 12 })
  const told = made('p', { textContent: letter.heed ?? '' })
  told.setAttribute('role', 'status')
  const copy = made('button', { type: 'button', className: 'primary', textContent: words('copy'), autofocus: true })
  const close = made('button', { type: 'button', className: 'secondary', textContent: words('close') })
  for (const named of [dialog, text]) named.setAttribute('aria-label', letter.subject)
  copy.addEventListener('click', () => {
    text.select()
    told.textContent = words(copied(letter) ? 'copied' : 'copyByHand')
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  const subject = made('h2', { textContent: letter.subject, dir: 'auto', lang: letter.language })
  const buttons = made('div', { className: 'forms' })
  buttons.append(copy, close)
  const files = made('p', { className: 'files' })
  files.append(...(letter.attachments ?? []).map(fileLink))
  const enclosed = letter.attachments ? [made('p', { textContent: words('filesByHand') }), files] : []
  dialog.append(subject, ...(why ? [made('p', { textContent: why })] : []), text, ...enclosed, told, buttons)
  document.body.append(dialog)
  dialog.showModal()
}

/** By the command and not by `navigator.clipboard`: hosts keep that from the frames they show add-ins in. */
function copied({ html, text }: Reply): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', give)
  const done = document.execCommand('copy')
  document.removeEventListener('copy', give)
  return done
}

const made = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties)
