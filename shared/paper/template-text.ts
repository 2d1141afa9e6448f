import { placeholderName, type RepeatName, repeatOf } from './placeholders.ts'
import { type TemplateProblem, templateProblem } from './template-problem.ts'

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

/** The placeholders of a text, each once, in order. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, typed = '']) => placeholderName(typed))),
]

/** A text with its placeholders replaced; what they stand for is not looked at again. */
export const replaced = (text: string, value: (name: string) => string): string =>
  text.replace(PLACEHOLDER, (_, typed: string) => value(placeholderName(typed)))

/** Whether the whole of a text is one placeholder; then which. */
export function soleName(text: string): string | null {
  const [, typed] = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(text) ?? []
  return typed === undefined ? null : placeholderName(typed)
}

/** The lists whose rows the placeholders of a text repeat. */
export const repeatsIn = (text: string): RepeatName[] => [
  ...new Set(placeholdersIn(text).flatMap((name) => repeatOf(name) ?? [])),
]

/** What is wrong with the placeholders of one text. */
export function textProblems(text: string, at: string): TemplateProblem[] {
  const unknown = [...text.matchAll(PLACEHOLDER)]
    .filter(([, typed = '']) => repeatOf(placeholderName(typed)) === undefined)
    .map(([, typed = '']) => templateProblem('unknown_placeholder', at, typed.trim()))
  const rest = text.replace(PLACEHOLDER, '')
  return /\{\{|\}\}/.test(rest) ? [...unknown, templateProblem('unclosed', at)] : unknown
}
