import { readMessage } from '../../../worker/src/mail/gmail.ts'

/** A Worker that does nothing but read the mail it is told of; built as the real one is. */
export default {
  fetch: async (request) => Response.json(await readMessage(await request.json())),
} satisfies ExportedHandler
