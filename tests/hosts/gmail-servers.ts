import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startGmailServer } from '../../workbench/gmail-server.ts'
import { readMailFolder } from '../../workbench/src/mailbox/read-folder.ts'
import { firm } from '../workbench/demo-reading.ts'
import { startGmailFaults } from './gmail-faults.ts'
import { hardMails } from './gmail-mails.ts'
import type { ProvidedGmail } from './provided.d.ts'

const OWNERS = ['mia.zhao@bluewhale-outdoor.example', 'leo.sun@bluewhale-outdoor.example']

/** For vitest: a Gmail server with a mailbox for two people, and one on which everything goes wrong. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = process.env.QUAYSIDE_MAILS ?? resolve(import.meta.dirname, '../../workbench/mails')
  const threads = firm.mails.map((mail) => ({ ...mail, raw: Buffer.from(mail.raw) }))
  const mails = [...(await readMailFolder(folder)), ...threads, ...hardMails]
  const [server, faults] = await Promise.all([startGmailServer({ mails, owners: OWNERS }), startGmailFaults()])
  const mailboxes = OWNERS.map((owner) => ({
    token: server.tokenOf(owner),
    ids: Object.fromEntries(mails.map(({ id }) => [id, server.idOf(owner, id)])),
  }))
  const provided: ProvidedGmail = {
    url: server.url,
    faults: faults.url,
    mails: mails.map(({ id, raw }) => ({ id, raw: Buffer.from(raw).toString('base64') })),
    mailboxes,
  }
  project.provide('gmail', provided)
  return async () => {
    await Promise.all([server.stop(), faults.stop()])
  }
}
