import type { Files } from '../files/files.ts'
import type { App } from './app-types.ts'

export const MAILS = '/v1/mails'
const SETTINGS = '/v1/mail_settings'

/** Mails as they are: into the timeline of whom they are with, and out of it to be read. What does it is loaded by who asks. */
export function mountMails(app: App, files: Files): void {
  app.post(MAILS, async (context) => (await import('./bring-mail.ts')).bringMail(context, files))
  app.get(SETTINGS, async (context) => {
    const { mailSettings } = await import('./mail-settings.ts')
    return context.json(await mailSettings(context))
  })
  app.patch(SETTINGS, async (context) => {
    const { editMailSettings } = await import('./mail-settings.ts')
    return context.json(await editMailSettings(context))
  })
  app.get(`${MAILS}/:id`, async (context) => (await import('./read-filed.ts')).readFiledMail(context, files))
}
