import type { WorkerProblem } from './call-worker.ts'
import type { Pane } from './pane.ts'
import type { Place } from './place.ts'

/** What became of a mail that was to be filed; `headers`: the host did not give it, and its headers have to do. */
export type Filed =
  | { readonly kind: 'filed' | 'headers' | 'unreachable' | 'signed-out' }
  | { readonly kind: 'refused'; readonly problem: WorkerProblem }

/** The action that files the open mail: where the host gives the mail itself, that is sent. */
export const FILE_MAIL = 'file-mail'

/** Files the mail of `at` without being told to, where the Worker says so. Whether it has changed what there is; null when it may be tried again. */
export async function fileItself(
  { beside, worker }: Pick<Pane, 'beside' | 'worker'>,
  at: Place,
): Promise<boolean | null> {
  const mail = await beside.readMail?.(at)
  if (!mail) return false
  const thread = at.message?.conversationId
  const where = { how: 'plugin_auto', host: beside.surface, ...(thread ? { thread } : {}) }
  const { kind } = await worker.file(mail, where)
  return kind === 'answer' || (kind === 'problem' ? false : null)
}

/** Sends the mail of `at` as it is. `input` is what stands in the form: the order, and who may see it. */
export async function fileMail(
  { beside, worker }: Pick<Pane, 'beside' | 'worker'>,
  at: Place,
  customer: string,
  input: Readonly<Record<string, string | null>>,
): Promise<Filed> {
  const mail = await beside.readMail?.(at)
  if (!mail) return { kind: 'headers' }
  const thread = at.message?.conversationId
  const reply = await worker.file(mail, {
    customer,
    host: beside.surface,
    ...(input.order ? { order: input.order } : {}),
    ...(input.visibility ? { visibility: input.visibility } : {}),
    ...(input.visibility === 'private' && input.reason ? { reason: input.reason } : {}),
    ...(thread ? { thread } : {}),
  })
  switch (reply.kind) {
    case 'answer':
      return { kind: 'filed' }
    case 'problem':
      return { kind: 'refused', problem: reply.problem }
    default:
      return { kind: reply.kind }
  }
}
