import { createHash, randomUUID } from 'node:crypto'
import { createEmulator } from 'emulate'
import type { MailSource } from './src/mailbox/mail.ts'
import { parseMail } from './src/mailbox/parse.ts'

/** A Gmail API on this machine, as the add-on meets Google's. */
export interface GmailServer {
  /** Base address of the API, as `rootUrl` takes it. */
  readonly url: string
  /** The access token of a mailbox's owner; good until the server stops. Throws for somebody without a mailbox. */
  readonly tokenOf: (email: string) => string
  /** Gmail's id of a mail in the owner's mailbox, the same at every start. Throws for what is not there. */
  readonly idOf: (email: string, mailId: string) => string
  /** Gmail's id of the conversation that a mail is part of. Throws for what is not there. */
  readonly threadOf: (email: string, mailId: string) => string
  readonly stop: () => Promise<void>
}

/** An unknown token is the first account's to this server, so the first one has nothing to read. */
const NOBODY = 'nobody@quayside.example'

/** Starts the server on a free port. Every owner has every mail in a mailbox of their own, under ids of their own. */
export async function startGmailServer({
  mails,
  owners,
}: {
  readonly mails: readonly MailSource[]
  readonly owners: readonly string[]
}): Promise<GmailServer> {
  const conversations = await Promise.all(mails.map(async (mail) => (await parseMail(mail)).conversationId ?? mail.id))
  const tokens = new Map(owners.map((owner) => [owner, `ya29.${randomUUID()}`]))
  const messages = owners.flatMap((owner) =>
    mails.map(({ id, raw, folder }, index) => ({
      id: gmailId('msg-f', owner, id),
      thread_id: gmailId('thread-f', owner, conversations[index] ?? id),
      user_email: owner,
      label_ids: folder === 'inbox' ? ['INBOX'] : ['SENT'],
      raw: Buffer.from(raw).toString('base64url'),
    })),
  )
  const server = await createEmulator({
    service: 'google',
    port: 0,
    seed: {
      tokens: Object.fromEntries([...tokens].map(([login, token]) => [token, { login }])),
      google: { users: [{ email: NOBODY }], messages },
    },
  })
  const threads = new Map(messages.map(({ id, thread_id }) => [id, thread_id]))
  return {
    url: `http://127.0.0.1:${new URL(server.url).port}`,
    tokenOf: (email) => tokens.get(email) ?? missing('mailbox'),
    idOf(email, mailId) {
      const id = gmailId('msg-f', email, mailId)
      return threads.has(id) ? id : missing('mail')
    },
    threadOf: (email, mailId) => threads.get(gmailId('msg-f', email, mailId)) ?? missing('mail'),
    stop: () => server.close(),
  }
}

/** As Gmail writes them: a positive 64-bit number after what it is of. */
function gmailId(of: 'msg-f' | 'thread-f', owner: string, name: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([owner, name]))
    .digest()
  return `${of}:${digest.readBigUInt64BE() >> 1n}`
}

function missing(what: string): never {
  throw new RangeError(`The Gmail server has no such ${what}`)
}
