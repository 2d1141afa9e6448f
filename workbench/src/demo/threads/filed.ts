import type { Interaction } from '#shared/trade/index.ts'
import type { CustomerFile } from '../customers.ts'
import type { Firm } from '../firm.ts'
import { record } from '../record.ts'
import type { RunningMail } from './thread.ts'

/**
 * A planted customer's file with the mails of its running threads in the timeline, but for those that nobody has
 * filed. Where nothing of the timeline is `written` by hand, it has nothing else from the first of them on: the
 * mailbox and the file tell the same story.
 */
export function withFiledMails(
  firm: Firm,
  file: CustomerFile,
  mails: readonly RunningMail[],
  written: boolean,
): CustomerFile {
  const known = new Set(file.interactions.map(({ message_id }) => message_id))
  const own = mails.filter((mail) => !mail.unfiled && contactOf(file, mail) !== undefined)
  const began = own[0]?.at ?? Number.POSITIVE_INFINITY
  const before = written ? file.interactions : file.interactions.filter(({ occurred_at }) => occurred_at < began)
  const filed = own
    .filter(({ messageId }) => messageId === undefined || !known.has(messageId))
    .map((mail) => filedMail(firm, file, mail))
  return { ...file, interactions: [...before, ...filed] }
}

/** The customer's side of a mail. */
function contactOf({ contacts }: CustomerFile, { folder, from, to }: RunningMail) {
  const [, address] = (folder === 'sent' ? to[0] : from) ?? []
  return contacts.find(({ emails }) => emails?.includes(address ?? ''))
}

function filedMail(firm: Firm, file: CustomerFile, mail: RunningMail): Interaction {
  const { id, at, subject, text, messageId, folder } = mail
  const by = file.customer.owner_id ?? file.customer.created_by
  // Behind the salutation.
  const [, firstWords] = text.split('\n\n')
  return record(
    'interaction',
    { id: firm.id('interaction', `thread/${id}`, at), at, by, from: 'outlook' },
    {
      kind: 'mail',
      direction: folder === 'sent' ? 'out' : 'in',
      occurred_at: at,
      customer_id: file.customer.id,
      contact_id: contactOf(file, mail)?.id ?? null,
      order_id: file.orders.find(({ doc_no }) => subject.includes(doc_no))?.id ?? null,
      subject,
      snippet: firstWords ?? text,
      message_id: messageId,
      filed_by: by,
    },
  )
}
