import { type Language, say, type Text } from '#shared/i18n/language.ts'
import type { Decision } from './action.ts'

/** That an action is not done, with the field that it is about and a sentence. */
export const refusal = (
  field: string,
  code: string,
  sentence: Text,
  language: Language,
  values?: Readonly<Record<string, string | number>>,
): Decision => ({ kind: 'rejected', problems: [{ field, code, message: say(sentence, language, values) }] })
