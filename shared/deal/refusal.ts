import { say, type Text, text } from '#shared/i18n/language.ts'
import type { DefinitionProblem } from '#shared/workflow/definition/problem.ts'

/** A problem of a definition that the engine alone does not know. */
export function refusal(
  at: string,
  code: string,
  sentence: Text,
  values: Readonly<Record<string, string | number>> = {},
): DefinitionProblem {
  return { code, message: text(say(sentence, 'en', values), say(sentence, 'zh-CN', values)), at }
}
