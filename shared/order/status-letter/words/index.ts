import type { LetterWords } from '../words.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { ptBR } from './pt-BR.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { zhCN } from './zh-CN.ts'

/** The languages that letters to buyers are written in, by their BCP 47 tags. */
export const LETTERS = {
  en,
  'zh-CN': zhCN,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  pl,
  ru,
  tr,
  ar,
  ja,
  ko,
} as const satisfies Readonly<Record<string, LetterWords>>

export type LetterLanguage = keyof typeof LETTERS
