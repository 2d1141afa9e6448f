import type { MailSummary } from '../mailbox/mail.ts'
import { button, element, setAttributes } from './element.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

const FOLDERS = ['inbox', 'sent'] as const

/** Inbox and sent mails; beside the inbox, how many of its mails have not been opened. */
export function folderBar({ words, change }: Surroundings, mails: readonly MailSummary[]): View {
  const unread = element('span', { className: 'count' })
  const buttons = FOLDERS.map((folder) =>
    button(
      { id: `folder-${folder}`, onclick: () => change({ folder }) },
      words(WORDS[folder]),
      folder === 'inbox' && unread,
    ),
  )
  return {
    element: element('nav', { className: 'folders', ariaLabel: words(WORDS.folders) }, ...buttons),
    show(scene) {
      const waiting = mails.filter(({ id, folder }) => folder === 'inbox' && !scene.read.has(id)).length
      unread.textContent = waiting > 0 ? String(waiting) : ''
      unread.title = words(WORDS.unread)
      buttons.forEach((button, at) => {
        setAttributes(button, { 'aria-current': FOLDERS[at] === scene.folder && 'true' })
      })
    },
  }
}
