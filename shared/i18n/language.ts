/** The interface languages. Every sentence exists in both, or the build stops. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in every interface language. `{name}` is filled in by {@link say}. */
export type Text = Readonly<Record<Language, string>>

/** A short way to write a {@link Text} beside the code that uses it: English first, then Chinese. */
export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh })

/** The sentence in one language, with `{name}` replaced by its value; the values are data, never markup. */
export function say(
  sentence: Text,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  )
}

/** The interface language nearest to a BCP 47 tag: any Chinese gives zh-CN, everything else English. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The interface language an `Accept-Language` header asks for most; null when it asks for none of ours. */
export function acceptedLanguage(header: string | null | undefined): Language | null {
  const wishes = (header ?? '').split(',').flatMap((wish) => {
    const [tag = '', quality = 'q=1'] = wish.split(';').map((part) => part.trim())
    const [, language] = /^(zh|en)(-|$)/i.exec(tag) ?? []
    const weight = Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0)
    return language && weight > 0 ? [{ language: languageOf(language), weight }] : []
  })
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language ?? null
}
