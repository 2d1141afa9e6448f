import { gmail } from '@googleapis/gmail'

/** The open mail of somebody who uses the Gmail add-on. */
export interface OpenMail {
  /** Base address of the Gmail API. */
  readonly gmailApi: string
  /** The reader's access token. */
  readonly access: string
  /** Opens this one mail; goes beside `access`. */
  readonly message: string
  /** Gmail's id of the mail. */
  readonly messageId: string
}

/** What Gmail says of a mail's headers, whatever the status. Rejects when it says nothing until `signal`. */
export async function callGmail(
  { gmailApi, access, message, messageId }: OpenMail,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const { status, data } = await gmail('v1').users.messages.get(
    { userId: 'me', id: messageId, format: 'metadata', metadataHeaders: HEADERS },
    {
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
    },
  )
  // The library's types speak of Node's streams; this one is fetch's own.
  return { status, text: await textOf(data as unknown as ReadableStream<Uint8Array>) }
}

/** All that a panel needs to know of a mail. */
const HEADERS = ['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID']

/** The headers of the largest mail that anybody would send are a tenth of it. In characters. */
const ANSWER_MAX = 4 * 1024 * 1024

/** Empty for an answer that is larger than it could honestly be. */
async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  let text = ''
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part
    if (text.length > ANSWER_MAX) return ''
  }
  return text
}
