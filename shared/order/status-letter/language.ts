/** The languages that letters to buyers are written in, by their BCP 47 tags. */
export const LETTER_LANGUAGES = [
  'en',
  'zh-CN',
  'de',
  'fr',
  'es',
  'pt-BR',
  'it',
  'nl',
  'pl',
  'ru',
  'tr',
  'ar',
  'ja',
  'ko',
] as const

export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

/** How somebody is written to: in one of {@link LETTER_LANGUAGES}, with dates and numbers as in their country. */
export interface LetterLocale {
  readonly language: LetterLanguage
  /** BCP 47, for `Intl`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
}

/**
 * The first of the wished languages that letters are written in, else the language of the country, else English.
 * Wishes are BCP 47 tags; `country` is ISO 3166.
 */
export function letterLocale(
  wishes: readonly (string | null | undefined)[],
  country: string | null | undefined,
): LetterLocale {
  const region = country && /^[A-Z]{2}$/.test(country) ? country : undefined
  const asked = [...wishes, region && `und-${region}`].flatMap((wish) => localeOf(wish) ?? [])
  const language = asked.flatMap((locale) => languageOf(locale) ?? [])[0] ?? 'en'
  // Chinese is written here as on the mainland, and the country then says no more than how dates look.
  const own = region ?? asked.find((locale) => languageOf(locale) === language)?.region
  const tag = own ? new Intl.Locale(language, { region: own }).toString() : language
  return { language, tag, direction: language === 'ar' ? 'rtl' : 'ltr' }
}

/** With the script and the country that go without saying. */
function localeOf(tag: string | null | undefined): Intl.Locale | null {
  try {
    return tag ? new Intl.Locale(tag).maximize() : null
  } catch {
    return null
  }
}

/** Who writes traditional characters is not written to in simplified ones. */
function languageOf({ language, script }: Intl.Locale): LetterLanguage | null {
  if (language === 'zh' && script !== 'Hans') return null
  return LETTER_LANGUAGES.find((known) => known.split('-')[0] === language) ?? null
}
