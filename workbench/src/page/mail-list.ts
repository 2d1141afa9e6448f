import type { Language } from '#shared/i18n/language.ts'
import type { MailSummary } from '../mailbox/mail.ts'
import { avatar } from './avatar.ts'
import { shortDate } from './dates.ts'
import { element, fill, setAttributes } from './element.ts'
import { folderBar } from './folder-bar.ts'
import { icon } from './icon.ts'
import type { Scene } from './scene.ts'
import type { Surroundings, View } from './view.ts'
import { WORDS } from './words.ts'

/** Selects a mail; `opened` when it shall also be looked at on a narrow screen. */
type Choose = (mailId: string, how: { readonly opened: boolean }) => void

/** The mails of a folder, to be walked with the arrow keys. Null: they could not be had. */
export function mailList(surroundings: Surroundings, mails: readonly MailSummary[] | null, choose: Choose): View {
  const { words, change } = surroundings
  const folders = folderBar(surroundings, mails ?? [])
  const search = element('input', {
    id: 'search',
    type: 'search',
    placeholder: words(WORDS.search),
    ariaLabel: words(WORDS.search),
    oninput: () => change({ search: search.value }),
  })
  const list = element('ul', { ariaLabel: words(WORDS.mails), attributes: { role: 'listbox' }, onkeydown: walk })
  const empty = element('p', { className: 'empty', attributes: { role: 'status' } })
  const options = new Map<string, HTMLElement>()
  let listed = ''

  return {
    element: element(
      'section',
      { className: 'mail-list', ariaLabel: words(WORDS.mails) },
      element('div', { className: 'search' }, icon('search'), search),
      folders.element,
      list,
      empty,
    ),
    show(scene) {
      folders.show(scene)
      if (search.value !== scene.search) search.value = scene.search
      const key = `${scene.folder} ${scene.search}`
      const anew = key !== listed
      if (anew) relist(scene)
      listed = key
      mark(scene)
      if (anew && scene.mailId) options.get(scene.mailId)?.scrollIntoView({ block: 'nearest' })
    },
  }

  function relist({ folder, search, language }: Scene): void {
    const found = (mails ?? []).filter((mail) => mail.folder === folder && holds(mail, search))
    options.clear()
    for (const mail of found) options.set(mail.id, option(mail, language))
    fill(list, ...options.values())
    list.hidden = found.length === 0
    empty.hidden = found.length > 0
    empty.textContent = words(mails === null ? WORDS.noMails : search ? WORDS.noHits : WORDS.emptyFolder)
  }

  function mark({ mailId, read, folder }: Scene): void {
    const reached = mailId !== null && options.has(mailId) ? mailId : options.keys().next().value
    for (const [id, row] of options) {
      const unread = folder === 'inbox' && !read.has(id)
      setAttributes(row, { 'aria-selected': String(id === mailId), tabindex: id === reached ? '0' : '-1' })
      row.classList.toggle('unread', unread)
      const sign = row.querySelector('.unread-sign')
      if (sign) sign.textContent = unread ? words(WORDS.unread) : ''
    }
  }

  function walk(event: KeyboardEvent): void {
    const ids = [...options.keys()]
    const here = ids.findIndex((id) => options.get(id) === document.activeElement)
    const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ids.length - 1 }
    const id = event.key === 'Enter' || event.key === ' ' ? ids[here] : ids[steps[event.key] ?? -1]
    if (id === undefined) return
    event.preventDefault()
    choose(id, { opened: event.key === 'Enter' })
    options.get(id)?.focus()
  }

  function option(mail: MailSummary, language: Language): HTMLElement {
    const { id, folder, from, to, subject, sentAt, preview, hasAttachments } = mail
    const other = folder === 'sent' ? (to[0] ?? null) : from
    return element(
      'li',
      { attributes: { role: 'option', 'data-mail': id }, onclick: () => choose(id, { opened: true }) },
      avatar(other),
      element('span', { className: 'who', dir: 'auto' }, other?.name || other?.address || words(WORDS.noSender)),
      element(
        'span',
        { className: 'when' },
        hasAttachments && icon('paperclip'),
        hasAttachments && element('span', { className: 'unseen' }, words(WORDS.hasAttachments)),
        sentAt && element('time', { dateTime: sentAt }, shortDate(sentAt, mails?.[0]?.sentAt ?? null, language)),
      ),
      element('span', { className: 'subject', dir: 'auto' }, subject || words(WORDS.noSubject)),
      element('span', { className: 'preview', dir: 'auto' }, preview),
      element('span', { className: 'unseen unread-sign' }),
    )
  }
}

function holds({ from, to, subject, preview }: MailSummary, search: string): boolean {
  const people = [from, ...to].map((person) => `${person?.name} ${person?.address}`)
  const all = [...people, subject, preview].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
