import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { plain } from '#shared/panel/render/plain.ts'

const WORDS = {
  mail: text('Mail', '邮件'),
  file: text('File', '文件'),
  link: text('Link', '链接'),
  privateMail: text('Private mail', '私密邮件'),
  privateOfOther: text(
    'A colleague filed it as private. That it is there is all that is told.',
    '同事将其归档为私密邮件，仅显示其存在。',
  ),
  isPrivate: text('private: you alone read it', '私密：仅您可读'),

  from: text('From', '发件人'),
  to: text('To', '收件人'),
  cc: text('Cc', '抄送'),
  date: text('Date', '日期'),
  customer: text('Customer', '客户'),
  filed: text('Filed', '归档'),
  filedBy: text('by {who}, {when}', '{who}，{when}'),
  byItself: text('by itself, {when}', '自动归档，{when}'),
  attachments: text('Attachments ({count})', '附件（{count}）'),
  notKept: text('not kept', '未保存'),

  metadata: text(
    'Your firm keeps of a mail who wrote it, when, and its subject.',
    '贵公司仅保留邮件的收发人、时间和主题。',
  ),
  snippet: text('Your firm keeps the beginning of a mail and its attachments.', '贵公司仅保留邮件正文开头和附件。'),
  shortened: text('The mail goes on; this is as much as is shown here.', '邮件较长，此处仅显示前面部分。'),
  empty: text('There is no text in this mail.', '此邮件没有正文。'),
  blockedOne: text(
    'One thing from elsewhere was not loaded: its sender does not learn that you read this.',
    '已拦截 1 项外部内容：发件人不会知道您已阅读。',
  ),
  blocked: text(
    '{count} things from elsewhere were not loaded: their sender does not learn that you read this.',
    '已拦截 {count} 项外部内容：发件人不会知道您已阅读。',
  ),
  text: text('Text of the mail', '邮件正文'),

  open: text('Open {name}', '打开 {name}'),
  opened: text('It opens by itself, or is in your downloads.', '将自动打开，或已在下载中。'),
  again: text('Open it again', '重新打开'),

  leaving: text('This link leads out of Quayside', '此链接将离开 Quayside'),
  leadsTo: text('It leads to', '目标地址'),
  onlyIfKnown: text(
    'Follow it only if you know that address. Nobody there is told where you came from.',
    '仅在您认识该地址时打开。对方不会知道您来自哪里。',
  ),
  insecure: text('What is sent there can be read on the way.', '连接未加密，传输内容可能被他人读取。'),
  foreignLetters: text(
    'Letters of this address may look like others than they are: {host}',
    '此地址含有易混淆的字符：{host}',
  ),
  follow: text('Go to {host}', '前往 {host}'),
  write: text('Write to {address}', '写信给 {address}'),
  noLink: text('This is no address that can be followed.', '此地址无法打开。'),
} as const satisfies Readonly<Record<string, Text>>

export type MailWords = (name: keyof typeof WORDS, values?: Readonly<Record<string, string>>) => string

/** What is said of mails, files and links. */
export const mailWords =
  (language: Language): MailWords =>
  (name, values = {}) =>
    say(WORDS[name], language, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))
