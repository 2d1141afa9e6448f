import type { DraftFile } from '../mailbox/mail.ts'
import { type FromPane, type HostState, listen, post, type Question } from '../outlook/protocol.ts'
import { hostError } from './session.ts'

/** The page's end of the line to the stand-in office.js in the pane's frame. */
interface PaneHost {
  /** The pane now runs in this frame, or in none. */
  framed(frame: HTMLIFrameElement | null): void
  /** Tells the pane how things stand; kept for a pane that has not said hello yet. */
  tell(state: HostState): void
}

interface Answers {
  /** Rejects with a `HostError`, or with anything else for trouble of its own. */
  answer(about: Question): Promise<string>
  notice(mailId: string, notices: readonly string[]): void
  reply(mailId: string, html: string, files: readonly DraftFile[]): void
}

export function paneHost({ answer, notice, reply }: Answers): PaneHost {
  let frame: HTMLIFrameElement | null = null
  let listening = false
  let told: HostState | null = null

  listen<FromPane>(() => frame?.contentWindow, hear)

  return {
    framed(now) {
      frame = now
      listening = false
    },
    tell(state) {
      told = state
      const pane = frame?.contentWindow
      if (listening && pane) post(pane, { kind: 'state', state })
    },
  }

  function hear(message: FromPane): void {
    const pane = frame?.contentWindow
    if (!pane) return
    if (message.kind === 'hello') {
      listening = true
      if (told) post(pane, { kind: 'state', state: told })
    } else if (message.kind === 'notices') {
      notice(message.mailId, message.notices)
    } else if (message.kind === 'reply') {
      reply(message.mailId, message.html, message.files)
    } else {
      const { question } = message
      answer(message.about).then(
        (value) => post(pane, { kind: 'answer', question, value }),
        (error) =>
          post(pane, {
            kind: 'refusal',
            question,
            error: 'code' in error ? error : hostError(5001, 'InternalError', String(error)),
          }),
      )
    }
  }
}
