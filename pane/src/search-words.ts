import { type Language, say, type Text, text } from '#shared/i18n/language.ts'

const WORDS = {
  search: text('Search by name, number, domain or telephone', '按名称、编号、域名或电话搜索'),
  hint: text('Search', '搜索'),
  found: text('What was found', '搜索结果'),
  some: text('{count} found', '找到 {count} 条'),
  none: text('Nothing was found that you may see.', '没有找到您可查看的内容。'),
  offline: text('Quayside cannot be reached. Try again.', '无法连接 Quayside，请重试。'),
  failed: text('The search failed. Try again.', '搜索失败，请重试。'),
} as const satisfies Readonly<Record<string, Text>>

/** What a search says, in one language. */
export const searchWords =
  (language: Language) =>
  (name: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string =>
    say(WORDS[name], language, values)
