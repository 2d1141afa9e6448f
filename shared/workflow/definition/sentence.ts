import { z } from 'zod'
import { type Text, text } from '#shared/i18n/language.ts'

/** What a definition says to people: in both languages, or one sentence that stands for both. */
export const Sentence = z.union([
  z.string().min(1).max(500),
  z.strictObject({ en: z.string().min(1).max(500), 'zh-CN': z.string().min(1).max(500) }),
])
export type Sentence = z.infer<typeof Sentence>

export const asText = (sentence: Sentence): Text => (typeof sentence === 'string' ? text(sentence, sentence) : sentence)
