import { type Language, say } from '#shared/i18n/language.ts'
import type { Step } from '../panel.ts'
import type { Strong } from './card-text.ts'
import { plain } from './plain.ts'
import { STATES } from './words.ts'

/** A way in words, a line for what is done, one for what runs, one for what is to come: a card has no drawing of it. */
export function stepLines(steps: readonly Step[], language: Language): (string | Strong)[][] {
  return stretches(steps).map((stretch) => {
    const state = stretch[0]?.state ?? 'next'
    const labels = stretch.flatMap(({ label }, at) => (at > 0 ? [' · ', label] : [label]))
    const words = [say(STATES[state], language), COLON[language], ...labels]
    return state === 'now' ? [{ strong: words.map(plain).join('') }] : words
  })
}

/** Neighbours that stand alike. */
function stretches(steps: readonly Step[]): Step[][] {
  const found: Step[][] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (last?.[0]?.state === step.state) last.push(step)
    else found.push([step])
  }
  return found
}

const COLON = { en: ': ', 'zh-CN': '：' } as const satisfies Record<Language, string>
