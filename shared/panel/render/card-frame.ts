import { type Language, say, text } from '#shared/i18n/language.ts'
import type { Panel, Section, Target } from '../panel.ts'
import { paragraph } from './card-form.ts'
import type { Deck, Meaning } from './card-intent.ts'
import type { Card, CardMenuItem, CardSection, CardWidget } from './card-json.ts'
import { button, press, row } from './card-press.ts'
import { written } from './card-text.ts'
import { plain } from './plain.ts'
import { asOf, MORE } from './words.ts'

/** The name of a panel's first card, to return to. */
export function panelCardName(about?: Target): string {
  return about ? `panel/${about.type}/${about.id}` : 'panel'
}

export function headerOf(title: string, subtitle?: string): Card['header'] {
  return {
    title: written('header.title', title),
    ...(subtitle ? { subtitle: written('header.subtitle', subtitle) } : {}),
  }
}

/** A card stays as it was drawn, however long it is open, until somebody asks for it anew. */
export async function refreshing(
  { language }: Panel,
  deck: Deck & { readonly section?: string },
): Promise<CardMenuItem> {
  const meaning: Meaning = { kind: 'panel', ...(deck.section ? { section: deck.section } : {}) }
  return { actionLabel: written('cardAction.label', say(REFRESH, language)), onClick: await press(meaning, deck) }
}

const REFRESH = text('Refresh', '刷新')

/** The way from a section at a glance to its whole. */
export async function wholeButton({ key, title }: Section, language: Language, deck: Deck): Promise<CardWidget> {
  const label = written('button.text', say(MORE, language))
  const altText = `${label}: ${written('button.text', title)}`
  return row({ text: label, altText, onClick: await press({ kind: 'section', section: key }, deck) })
}

/** The end of a card that could not hold everything. */
export async function more({ title }: Section, meaning: Meaning, language: Language, deck: Deck): Promise<CardWidget> {
  return button(say(MORE_IN, language, { title: plain(title) }), await press(meaning, deck))
}

const MORE_IN = text('More in {title}', '更多：{title}')

/** The header's two lines are short, so a card says at its end when its facts were true. */
export const timeSection = (panel: Panel, { timezone = 'UTC' }: Deck): CardSection => ({
  widgets: [paragraph(asOf(panel, timezone))],
})
