import { type Language, type Text, text } from '#shared/i18n/language.ts'
import type { FieldClass } from '#shared/record/field.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Role } from '#shared/trade/user.ts'
import { type FirmPosts, postOf } from './firm-posts.ts'
import type { Scope, Verb } from './grant.ts'
import { POST_NAMES } from './post-names.ts'

/** What can be granted, in words. */
export const VERB_NAMES: Readonly<Record<Verb, Text>> = {
  view: text('see', '查看'),
  create: text('make', '新建'),
  edit: text('change', '修改'),
  execute: text('carry out', '执行'),
  claim: text('claim', '认领'),
  assign: text('hand over', '分配'),
  share: text('share', '共享'),
}

/** How far. */
export const SCOPE_NAMES: Readonly<Record<Scope, Text>> = {
  own: text('their own', '本人'),
  involved: text('what they work on', '参与的'),
  team: text('their team', '本团队'),
  subtree: text('everybody below', '下属'),
  all: text('the whole firm', '全公司'),
}

export const CLASS_NAMES: Readonly<Record<FieldClass, Text>> = {
  personal: text('contact details', '联系方式'),
  sales: text('sales terms', '销售条款'),
  cost: text('cost', '成本'),
  profit: text('profit', '利润'),
  bank: text('bank details', '银行信息'),
  supplier: text('suppliers', '供应商'),
}

export const NOT_AT_ALL = text('no', '无')
export const YES = text('yes', '是')

/** What a post is called in a firm; its key where there is no such post any more. */
export function postName(key: string, firm: FirmPosts, language: Language): string {
  const label = postOf(key, firm)?.label
  if (label) return language === 'en' ? label.en : label.zh
  return Object.hasOwn(POST_NAMES, key) ? POST_NAMES[key as Role][language] : key
}

export const typeName = (type: TypeName, language: Language): string => TYPES[type].label[language]
