import { type Text, text } from '#shared/i18n/language.ts'

const GOOGLE = 'https://www.googleapis.com/auth'

/** What the add-on may be allowed in a person's Google account, in words. */
export const SCOPES: Readonly<Record<string, Text>> = {
  [`${GOOGLE}/gmail.addons.execute`]: text('Run beside your mail', '在您的邮件旁运行'),
  [`${GOOGLE}/userinfo.email`]: text('See your mail address', '查看您的邮箱地址'),
  [`${GOOGLE}/gmail.addons.current.message.readonly`]: text(
    'Read the mail that is open while the add-on runs',
    '在插件运行时读取当前打开的邮件',
  ),
}

/** What somebody has allowed who has only installed the add-on. */
export const FIRST_SCOPES = [`${GOOGLE}/gmail.addons.execute`, `${GOOGLE}/userinfo.email`]
