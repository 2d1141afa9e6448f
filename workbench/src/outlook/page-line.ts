import type { DraftFile } from '../mailbox/mail.ts'
import { type FromPage, type HostError, type HostState, listen, post, type Question } from './protocol.ts'

/** The frame's end of the line to the workbench page. */
export interface PageLine {
  /** Answered by the page; rejects with a {@link HostError}. */
  ask(about: Question): Promise<string>
  showNotices(mailId: string, notices: readonly string[]): void
  openReply(mailId: string, html: string, files: readonly DraftFile[]): void
}

/** Greets the page and calls back with every state it tells. */
export function connectPage(page: Window, told: (state: HostState) => void): PageLine {
  const waiting = new Map<number, { answered(value: string): void; refused(error: HostError): void }>()
  let asked = 0

  listen<FromPage>(
    () => page,
    (message) => {
      if (message.kind === 'state') return told(message.state)
      const asker = waiting.get(message.question)
      waiting.delete(message.question)
      if (message.kind === 'answer') asker?.answered(message.value)
      else asker?.refused(message.error)
    },
  )
  post(page, { kind: 'hello' })

  return {
    ask: (about) =>
      new Promise((answered, refused) => {
        const question = ++asked
        waiting.set(question, { answered, refused })
        post(page, { kind: 'question', question, about })
      }),
    showNotices: (mailId, notices) => post(page, { kind: 'notices', mailId, notices }),
    openReply: (mailId, html, files) => post(page, { kind: 'reply', mailId, html, files }),
  }
}
