import { gmail } from '@googleapis/gmail'

/** What opens Gmail to somebody who uses the add-on beside a mail. */
export interface GmailAccess {
  /** Base address of the Gmail API. */
  readonly gmailApi: string
  /** The reader's access token. */
  readonly access: string
  /** Opens the one mail that is open; goes beside `access`. */
  readonly message: string
}

/** The open mail of somebody who uses the Gmail add-on. */
export interface OpenMail extends GmailAccess {
  /** Gmail's id of the mail. */
  readonly messageId: string
}

/** What Gmail answers, whatever the status. */
interface Said {
  readonly status: number
  readonly text: string
}

/** What Gmail says of a mail's headers. Rejects when it says nothing until `signal`. */
export async function callGmail({ messageId, ...access }: OpenMail, signal: AbortSignal): Promise<Said> {
  const asked = { userId: 'me', id: messageId, format: 'metadata', metadataHeaders: HEADERS }
  return saidBy(await gmail('v1').users.messages.get(asked, options(access, signal)))
}

/** Has Gmail give the whole mail, RFC 5322 in base64url within JSON, as it comes. Rejects when it says nothing until `signal`. */
export async function callForRaw(
  { messageId, ...access }: OpenMail,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: ReadableStream<Uint8Array> }> {
  const asked = { userId: 'me', id: messageId, format: 'raw' }
  const { status, data } = await gmail('v1').users.messages.get(asked, options(access, signal))
  return { status, body: data as unknown as ReadableStream<Uint8Array> }
}

/** Has Gmail keep a draft: `raw` is RFC 5322 in base64url. Rejects when it says nothing until `signal`. */
export async function callForDraft(
  { raw, threadId, ...access }: GmailAccess & { readonly raw: string; readonly threadId: string | null },
  signal: AbortSignal,
): Promise<Said> {
  const message = { raw, ...(threadId === null ? {} : { threadId }) }
  const asked = { userId: 'me', requestBody: { message } }
  return saidBy(await gmail('v1').users.drafts.create(asked, options(access, signal)))
}

const options = ({ gmailApi, access, message }: GmailAccess, signal: AbortSignal) =>
  ({
    rootUrl: gmailApi,
    headers: { Authorization: `Bearer ${access}`, 'X-Goog-Gmail-Access-Token': message },
    fetchImplementation: fetch,
    // The tokens are for Gmail, and not for wherever it might point.
    redirect: 'manual',
    // The reader presses again sooner than a second call would help.
    retry: false,
    responseType: 'stream',
    signal,
    validateStatus: () => true,
  }) as const

/** All that a panel needs to know of a mail. */
const HEADERS = ['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References']

/** The headers of the largest mail that anybody would send are a tenth of it. In characters. */
const ANSWER_MAX = 4 * 1024 * 1024

/** The library's types speak of Node's streams; this one is fetch's own. */
const saidBy = async ({ status, data }: { readonly status: number; readonly data: unknown }): Promise<Said> => ({
  status,
  text: await textOf(data as ReadableStream<Uint8Array>),
})

/** Empty for an answer that is larger than it could honestly be. */
async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  let text = ''
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part
    if (text.length > ANSWER_MAX) return ''
  }
  return text
}
