import type { Folder, MailSource } from '../../workbench/src/mailbox/mail.ts'

interface Given {
  readonly id?: string
  readonly folder?: Folder
  /** Null takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: string | Uint8Array
}

const HEADERS = {
  From: 'Ana Souza <ana@trilha.example>',
  To: 'sales@bluewhale.example',
  Subject: 'Camp chairs',
  Date: 'Mon, 19 Oct 2026 10:00:00 -0300',
  'Message-ID': '<1@trilha.example>',
}

/** A mail as it comes, RFC 5322: an ordinary one but for what is given. */
export function aMail({ id = 'a-mail', folder = 'inbox', headers = {}, body = 'Hello' }: Given = {}): MailSource {
  const lines = Object.entries<string | null>({ ...HEADERS, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}\r\n`,
  )
  return { id, folder, raw: Buffer.concat([Buffer.from(`${lines.join('')}\r\n`), Buffer.from(body)]) }
}

/** A mail of one part in a charset, its bytes in base64. */
export function encodedMail(charset: string, bytes: readonly number[], given: Given = {}): MailSource {
  const content = { 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': 'base64' }
  return aMail({ ...given, headers: { ...content, ...given.headers }, body: Buffer.from(bytes).toString('base64') })
}
