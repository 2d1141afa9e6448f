import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { FIELD_CLASSES } from '#shared/record/field.ts'
import { CLASS_NAMES, NOT_AT_ALL, postName, SCOPE_NAMES, typeName, VERB_NAMES, YES } from './access-words.ts'
import { type FirmPosts, postOf } from './firm-posts.ts'
import { type Post, VERBS } from './grant.ts'
import { GRANTED_TYPES } from './grantable.ts'
import type { AccessChange } from './proposal.ts'

const SEES = text('sees {what}: {old} → {new}', '查看{what}：{old} → {new}')
const GRANT = text('{type}, {verb}: {old} → {new}', '{type}·{verb}：{old} → {new}')
const RENAMED = text('is called: {old} → {new}', '名称：{old} → {new}')
const NEW_POST = text('a new post', '新岗位')
const GONE = text('there is no such post any more', '删除该岗位')
const GETS = text('gets the post: {post}', '增加岗位：{post}')
const LOSES = text('loses the post: {post}', '取消岗位：{post}')

const NOTHING: Post = { grants: {}, sees: [] }

/** A change in words, a line for each thing that becomes another: `sees cost: no → yes`. */
export function toldChange(change: AccessChange, firm: FirmPosts, language: Language): string[] {
  if (change.kind === 'post') return toldPost(change, language)
  const lost = change.before.filter((role) => !change.after.includes(role))
  const got = change.after.filter((role) => !change.before.includes(role))
  const line = (sentence: Text) => (role: string) => say(sentence, language, { post: postName(role, firm, language) })
  return [...got.map(line(GETS)), ...lost.map(line(LOSES))]
}

function toldPost({ key, before, after }: Extract<AccessChange, { kind: 'post' }>, language: Language): string[] {
  const standard = postOf(key, {})
  const [old, next] = [before ?? NOTHING, after ?? standard ?? NOTHING]
  const known = !before ? [NEW_POST[language]] : !after && !standard ? [GONE[language]] : []
  return [...known, ...renamed(before, after, language), ...differences(old, next, language)]
}

function renamed(
  before: { label?: { en: string; zh: string } } | null,
  after: { label?: { en: string; zh: string } } | null,
  language: Language,
): string[] {
  const name = (label: { en: string; zh: string } | undefined) => (language === 'en' ? label?.en : label?.zh) ?? ''
  const [old, next] = [name(before?.label), name(after?.label)]
  return old && next && old !== next ? [say(RENAMED, language, { old, new: next })] : []
}

function differences(old: Post, next: Post, language: Language): string[] {
  const word = (known: boolean) => (known ? YES : NOT_AT_ALL)[language]
  const classes = FIELD_CLASSES.flatMap((one) => {
    const [was, is] = [old.sees.includes(one), next.sees.includes(one)]
    const values = { what: CLASS_NAMES[one][language], old: word(was), new: word(is) }
    return was === is ? [] : [say(SEES, language, values)]
  })
  const grants = GRANTED_TYPES.flatMap((type) =>
    VERBS.flatMap((verb) => {
      const [was, is] = [old.grants[type]?.[verb], next.grants[type]?.[verb]]
      if (was === is) return []
      const [before, after] = [was, is].map((scope) => (scope ? SCOPE_NAMES[scope] : NOT_AT_ALL)[language])
      const values = {
        type: typeName(type, language),
        verb: VERB_NAMES[verb][language],
        old: before ?? '',
        new: after ?? '',
      }
      return [say(GRANT, language, values)]
    }),
  )
  return [...classes, ...grants]
}
