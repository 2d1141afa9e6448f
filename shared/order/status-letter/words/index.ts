import type { LetterLanguage } from '../language.ts'
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

/** What letters say, in every language. It is loaded where a letter is written, and no part of a start. */
export const LETTERS: Letters = {
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
}

export type Letters = Readonly<Record<LetterLanguage, LetterWords>>
