import { type Language, type Text, text } from '#shared/i18n/language.ts'

/** What was done, as a history says it: the making and editing of a record, and each action by its name. */
const DEEDS: Readonly<Partial<Record<string, Text>>> = {
  created: text('Created', '新建'),
  edited: text('Edited', '修改'),
  'advance-order': text('Moved to the next step', '推进到下一步'),
  'edit-order': text('Edited', '修改'),
  'add-note': text('Note added', '添加备注'),
  'answer-request': text('Request to share answered', '处理共享申请'),
  'edit-customer': text('Edited', '修改'),
  'create-inquiry': text('Inquiry created from a mail', '由邮件新建询盘'),
  'ask-access': text('Asked to share', '申请共享'),
  'claim-inquiry': text('Claimed', '认领'),
}

/** A deed that has no words yet is called by its name. Which step it was, the changes of its fields tell. */
export function deedNamed(action: string, language: Language): string {
  const base = action.replace(/:.*$/, '')
  const deed = Object.hasOwn(DEEDS, base) ? DEEDS[base] : undefined
  return deed?.[language] ?? action
}
