import type { Language } from '#shared/i18n/language.ts'
import { etagOf } from '#shared/panel/etag.ts'
import type { Form, Panel, Section, Widget } from '#shared/panel/panel.ts'
import type { Intent } from '#shared/panel/render/card-intent.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { renderSectionHtml } from '#shared/panel/render/html.ts'
import { renderText } from '#shared/panel/render/text.ts'
import { STATES } from '#shared/panel/render/words.ts'
import type { Piece } from '../shared/panel/cards.ts'
import { aPanel, aSection, textOf } from '../shared/panel/panels.ts'

/** What a page, a card and a letter say and offer, in a form in which they can be compared. */

/** Letters and digits in order: what stays when every renderer's own signs are taken away. */
export const words = (said: string): string[] => said.match(/[\p{L}\p{N}]+/gu) ?? []

/** What a reader learns. Where a step stands is said before its name or behind it, so it is left out here. */
export function learned(said: string, language: Language): string[] {
  const states = new Set(Object.values(STATES).flatMap((state) => words(state[language])))
  return words(said).filter((word) => !states.has(word))
}

/** What a card says but for its ways to other cards, which are a page's folds, and for what its forms ask, which is compared by itself. */
export function facts(pieces: readonly Piece[], language: Language): string[] {
  const own = pieces.filter(({ intent, asked }) => !asked && intent?.kind !== 'section' && intent?.kind !== 'rest')
  return learned(own.map(({ text }) => text).join('\n'), language)
}

export const onPage = (section: Section, language: Language): string[] =>
  learned(textOf(renderSectionHtml(withoutFields(section), etagOf(section), language)), language)

export function inLetter(section: Section, language: Language): string[] {
  const letter = renderText(aPanel({ language, title: '', sections: [section] }))
  return learned(withoutAddresses(letter.slice(letter.indexOf('\n\n'))), language)
}

/** A page and a card have a link's address behind its words. */
const withoutAddresses = (letter: string): string => letter.replace(/: https:\/\/\S+$/gm, '')

/** A page shows a form's fields where it stands, a card behind a button, a letter nowhere. */
const withoutFields = (section: Section): Section => ({
  ...section,
  summary: section.summary.map((widget) => (widget.kind === 'form' ? { ...widget, fields: [] } : widget)),
})

export function offered(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ intent }) => (intent ? offerOf(intent) : []))
}

function offerOf(intent: Intent): string[] {
  if (intent.kind === 'record') return [`open ${intent.target.type} ${intent.target.id}`]
  if (intent.kind !== 'form' && intent.kind !== 'submit') return []
  const { action, target } = intent
  return [`${action} ${target.type} ${target.id} ${target.version ?? ''}`]
}

export function offeredOnPage(summary: readonly Widget[], language: Language): string[] {
  const page = renderSectionHtml(aSection({ summary }), '', language)
  const offer =
    /data-open-type="([^"]*)" data-open-id="([^"]*)"|data-action="([^"]*)" data-type="([^"]*)" data-id="([^"]*)"(?: data-version="([^"]*)")?/g
  return Array.from(page.matchAll(offer), ([, openType, openId, action, type, id, version = '']) =>
    openType ? `open ${openType} ${openId}` : `${action} ${type} ${id} ${version}`,
  )
}

export function formsOf(panel: Panel): { section: string; form: Form }[] {
  return panel.sections.flatMap(({ key, summary, full = [] }) =>
    [...summary, ...full].flatMap((widget) => (widget.kind === 'form' ? [{ section: key, form: widget }] : [])),
  )
}

interface Asked {
  readonly key: string
  readonly required: boolean
  readonly value: string
  readonly choices: readonly string[]
}

export function askedOnCard(card: Card, { action, target }: Form): Asked[] {
  const widgets = card.sections.flatMap((section) => section.widgets)
  const submit = JSON.stringify(widgets.at(-1))
  return widgets.flatMap((widget): Asked[] => {
    const asked = (name: string, value: string, choices: readonly string[] = []) => [
      {
        key: name.slice(`${action}/${target.id}/`.length),
        required: submit.includes(JSON.stringify(name)),
        value,
        choices,
      },
    ]
    if ('textInput' in widget) return asked(widget.textInput.name, widget.textInput.value ?? '')
    if ('dateTimePicker' in widget) {
      const { name, valueMsEpoch } = widget.dateTimePicker
      return asked(name, valueMsEpoch === undefined ? '' : new Date(valueMsEpoch).toISOString().slice(0, 10))
    }
    if ('selectionInput' in widget) {
      const { name, items } = widget.selectionInput
      return asked(
        name,
        items.find(({ selected }) => selected)?.value ?? '',
        items.map(({ text }) => text),
      )
    }
    return []
  })
}

export function askedOnPage(form: Form, language: Language): Asked[] {
  const page = renderSectionHtml(aSection({ summary: [{ ...form, folded: undefined }] }), '', language)
  return page
    .split('<div class="field">')
    .slice(1)
    .map((field) => {
      const options = [...field.matchAll(/<option value="([^"]*)"( selected)?>([^<]*)</g)]
      const typed = /<textarea[^>]*>\n([^<]*)</.exec(field)?.[1] ?? / value="([^"]*)"/.exec(field)?.[1] ?? ''
      return {
        key: / name="([^"]*)"/.exec(field)?.[1] ?? '',
        required: / required/.test(field),
        value: textAsTyped(options.length > 0 ? (options.find(([, , on]) => on)?.[1] ?? '') : typed),
        choices: options.map(([, , , label = '']) => textAsTyped(label)),
      }
    })
}

/** Without `textOf`'s folding of blanks: what stands in a control is kept to the letter. */
const textAsTyped = (html: string): string => html.replace(/&(lt|gt|quot|#39|amp);/g, (name) => textOf(name))
