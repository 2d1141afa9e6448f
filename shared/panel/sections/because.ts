import type { Candidate, Match } from '#shared/customer/situation.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'

type Reason = Pick<Candidate, 'found' | 'confidence'> & {
  readonly rung: Exclude<Match, { readonly by: 'record' }>['by']
  readonly chosenBy?: string | undefined
}

/** Why a mail is taken for a customer's, and how sure that is, where it is not certain. */
export function because({ rung, found, confidence, chosenBy }: Reason, language: Language): string {
  const why = say(rung === 'chosen' && chosenBy ? CHOSEN_BY : WHY[rung], language, { found, name: chosenBy ?? '' })
  return confidence === 'certain' ? why : `${why} · ${HOW_SURE[confidence][language]}`
}

const WHY: Readonly<Record<Reason['rung'], Text>> = {
  chosen: text('Chosen for this thread', '此会话已人工指定'),
  address: text('Recognised by this address', '按此邮箱识别'),
  alias: text('Recognised by another address of theirs: {found}', '按其另一邮箱（或旧邮箱）识别：{found}'),
  thread: text('The thread is on file with this customer', '此会话已归档到该客户'),
  number: text('By the number {found} in the subject', '按主题中的单号 {found} 识别'),
  domain: text('New person; the domain {found} is known', '新联系人；域名 {found} 已知'),
  copied: text('{found} takes part', '{found} 在往来人员中'),
  copied_domain: text('Somebody at {found} takes part', '{found} 的人员在往来人员中'),
  name: text('The name is like theirs', '名称与该客户相近'),
}
const CHOSEN_BY = text('Chosen for this thread by {name}', '{name} 为此会话指定')

const HOW_SURE = { likely: text('likely', '较可能'), possible: text('possible', '仅供参考') }
