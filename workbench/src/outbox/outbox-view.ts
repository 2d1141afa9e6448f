import { dateTime } from '#shared/i18n/dates.ts'
import { FIRM_TIMEZONE } from '../demo/firm.ts'
import { askDoor } from '../page/door.ts'
import { button, element, fill, setAttributes } from '../page/element.ts'
import { icon } from '../page/icon.ts'
import type { Staff } from '../page/session.ts'
import type { Surroundings, View } from '../page/view.ts'
import type { KeptMail } from './kept-mail.ts'
import { OUTBOX_WORDS as WORDS } from './words.ts'

/** The mails that Quayside wrote, as their readers would find them: a list, and the one that is read. */
export function outboxView({ words }: Surroundings, staff: readonly Staff[]): View {
  const list = element('ul', { ariaLabel: words(WORDS.mails) })
  const reading = element('article', { className: 'letter' })
  const status = element('p', { className: 'empty', attributes: { role: 'status' }, hidden: true })
  const parts = element('div', { className: 'letters' }, list, reading)
  let asked = false

  return {
    element: element(
      'section',
      { className: 'room outbox', ariaLabel: words(WORDS.room) },
      element(
        'header',
        {},
        element('h2', {}, words(WORDS.title)),
        element('p', {}, words(WORDS.hint)),
        button({ id: 'outbox-refresh', className: 'command', onclick: () => void load() }, words(WORDS.refresh)),
      ),
      parts,
      status,
    ),
    show() {
      if (asked) return
      asked = true
      void load()
    },
  }

  async function load(): Promise<void> {
    const answer = await askDoor<{ readonly mails: readonly KeptMail[] }>('/local/outbox')
    const mails = answer?.mails ?? []
    parts.hidden = mails.length === 0
    status.hidden = mails.length > 0
    status.textContent = words(answer ? WORDS.empty : WORDS.failed)
    fill(list, ...mails.map((mail) => element('li', {}, row(mail))))
    fill(reading, element('p', { className: 'empty' }, icon('mail'), words(WORDS.choose)))
  }

  function row(mail: KeptMail): HTMLElement {
    return button(
      { attributes: { 'data-mail': mail.id }, onclick: (event) => read(mail, event.currentTarget as HTMLElement) },
      element('span', { className: 'who' }, mail.to.map(nameOf).join(', ')),
      time(mail),
      element('span', { className: 'subject', dir: 'auto' }, mail.subject),
    )
  }

  /** As colleagues call them; the address of somebody who has left. */
  function nameOf(address: string): string {
    return staff.find(({ email }) => email === address)?.alias ?? address
  }

  function read(mail: KeptMail, chosen: HTMLElement): void {
    for (const each of list.querySelectorAll('button')) {
      setAttributes(each, { 'aria-current': each === chosen && 'true' })
    }
    const heading = element('h3', { dir: 'auto', tabIndex: -1 }, mail.subject)
    fill(
      reading,
      heading,
      element('dl', {}, ...line(words(WORDS.to), mail.to.join(', ')), ...line(words(WORDS.at), time(mail))),
      element('div', { className: 'text', dir: 'auto' }, ...linked(mail.text)),
      element(
        'details',
        {},
        element('summary', {}, words(WORDS.headers)),
        element('dl', {}, ...Object.entries(mail.headers).flatMap(([name, value]) => line(name, value))),
      ),
    )
    // Beside the list or, on a narrow screen, below it: whoever chooses a mail is taken to it.
    heading.focus({ preventScroll: true })
    reading.scrollTop = 0
    reading.scrollIntoView({ block: 'start' })
  }
}

const line = (label: string, value: string | HTMLElement): HTMLElement[] => [
  element('dt', {}, label),
  element('dd', {}, value),
]

/** On the firm's clock, as the firm's people read it. */
const time = ({ at }: KeptMail): HTMLElement =>
  element('time', { dateTime: new Date(at).toISOString() }, dateTime(at, FIRM_TIMEZONE))

/** The text, with the ways into this very workbench to be followed. */
function linked(text: string): (string | HTMLElement)[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (part.startsWith(`${location.origin}/`) ? element('a', { href: part }, part) : part))
}
