import { type Text, text } from '#shared/i18n/language.ts'
import { SCOPES, WRITING } from '../../../gmail-addon/src/scopes.ts'

/** Lets an add-on run at all: allowed by installing it. */
const RUN = 'https://www.googleapis.com/auth/gmail.addons.execute'

/** What somebody has allowed who has not been asked for more. */
export const SCOPES_AT_FIRST: readonly string[] = [RUN, ...SCOPES.home]

/** What somebody has allowed who has allowed everything. */
export const ALL_SCOPES: readonly string[] = [RUN, ...SCOPES.message, ...WRITING]

/** What Google says to the reader about what is asked for. */
export const SCOPE_WORDS: Readonly<Record<string, Text>> = {
  'https://www.googleapis.com/auth/userinfo.email': text('See your mail address', '查看您的邮箱地址'),
  'https://www.googleapis.com/auth/gmail.addons.current.message.readonly': text(
    'Read the mail that is open while the add-on runs',
    '在插件运行时读取当前打开的邮件',
  ),
  'https://www.googleapis.com/auth/gmail.addons.current.action.compose': text(
    'Write drafts when you ask the add-on to',
    '在您使用插件时撰写草稿',
  ),
}
