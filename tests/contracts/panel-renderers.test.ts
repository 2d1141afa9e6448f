import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderCard, renderFormCard, renderSectionCard } from '#shared/panel/render/card.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { renderPanelHtml } from '#shared/panel/render/html.ts'
import { renderText } from '#shared/panel/render/text.ts'
import { asOf } from '#shared/panel/render/words.ts'
import * as answers from '../../gmail-addon/src/navigation.ts'
import { TROUBLES, troubleCard } from '../../gmail-addon/src/trouble-card.ts'
import { aDeck, allPieces, piecesOf, widgetCount } from '../shared/panel/cards.ts'
import { aPanel, aSection, everyWidget, textOf } from '../shared/panel/panels.ts'
import { absentFromGmail, type Schema, schema, schemasAreThere } from './google-schemas.ts'
import {
  askedOnCard,
  askedOnPage,
  facts,
  formsOf,
  inLetter,
  learned,
  offered,
  offeredOnPage,
  onPage,
  words,
} from './renderings.ts'
import { EVERY_FIELD, panelFor, SITUATIONS, SIXTY_FIELDS } from './situations.ts'

/**
 * One panel, three renderers: whatever the situation, the page, the card and the letter say the same facts
 * in the same order and offer the same actions; and Google takes every card.
 */
const TIMEZONE = 'Asia/Shanghai'
const deck = aDeck({ timezone: TIMEZONE })

const CASES = LANGUAGES.flatMap((language) =>
  Object.entries(SITUATIONS).map(
    ([name, situation]) => [`${name} (${language})`, panelFor(situation, language)] as const,
  ),
)

describe.each(CASES)('%s', (_, panel) => {
  test('the name and what stands under it are the same on page, card and letter', async () => {
    const { header } = await renderCard(panel, deck)
    const head = [header.title, header.subtitle ?? ''].join(' ')
    const page = renderPanelHtml({ ...panel, sections: [] }, TIMEZONE)
    const letter = renderText({ ...panel, sections: [] }, TIMEZONE)
    expect(words(head)).toEqual(words([panel.title, panel.subtitle ?? ''].join(' ')))
    expect(words(textOf(page))).toEqual(words(`${head} ${asOf(panel, TIMEZONE)}`))
    expect(words(letter)).toEqual(words(`${head} ${asOf(panel, TIMEZONE)}`))
  })

  test('each says at what moment that was true', async () => {
    const moment = asOf(panel, TIMEZONE)
    expect(renderPanelHtml(panel, TIMEZONE)).toContain(moment)
    expect(renderText(panel, TIMEZONE)).toContain(moment)
    expect(allPieces(await renderCard(panel, deck)).at(-1)?.text).toBe(moment)
  })

  test('at a glance, all three say the same in the same order', async () => {
    const card = await renderCard(panel, deck)
    expect(card.sections.length).toBe(panel.sections.length + 1)
    for (const [at, section] of panel.sections.entries()) {
      const said = facts(piecesOf(card.sections[at] ?? { widgets: [] }), panel.language)
      expect(said).toEqual(onPage({ ...section, full: undefined }, panel.language))
      expect(said).toEqual(inLetter({ ...section, full: undefined }, panel.language))
    }
  })

  test('in full, all three say the same in the same order', async () => {
    for (const section of panel.sections.filter(({ full }) => full)) {
      const card = await renderSectionCard(panel, section.key, deck)
      const said = [
        ...learned(section.title, panel.language),
        ...facts(card?.sections.slice(0, -1).flatMap(piecesOf) ?? [], panel.language),
      ]
      const whole = { ...section, summary: section.full ?? [], full: undefined }
      expect(said).toEqual(onPage(whole, panel.language))
      expect(said).toEqual(inLetter(whole, panel.language))
    }
  })

  test('page and card offer the same actions on the same records, and open the same ones', async () => {
    const card = await renderCard(panel, deck)
    for (const [at, section] of panel.sections.entries()) {
      const glance = piecesOf(card.sections[at] ?? { widgets: [] })
      expect(offered(glance)).toEqual(offeredOnPage(section.summary, panel.language))
      const whole = await renderSectionCard(panel, section.key, deck)
      expect(offered(whole ? allPieces(whole) : [])).toEqual(
        offeredOnPage(section.full ?? section.summary, panel.language),
      )
    }
  })

  test('every form asks the same on its card as on the page', async () => {
    for (const { section, form } of formsOf(panel)) {
      const card = await renderFormCard(panel, { section, action: form.action, target: form.target }, deck)
      expect(card?.header).toMatchObject({ title: form.label })
      expect(card && askedOnCard(card, form)).toEqual(askedOnPage(form, panel.language))
    }
  })

  test('no card is longer than Gmail shows', async () => {
    for (const card of await everyCard(panel)) expect(widgetCount(card)).toBeLessThanOrEqual(100)
  })
})

test('sixty own fields of everything: each is on a card that Gmail shows, and asked for on one', async () => {
  const panel = panelFor(EVERY_FIELD, 'en', SIXTY_FIELDS)
  for (const card of await everyCard(panel)) expect(widgetCount(card)).toBeLessThanOrEqual(100)
  for (const { section, form } of formsOf(panel)) {
    const card = await renderFormCard(panel, { section, action: form.action, target: form.target }, deck)
    expect(card && askedOnCard(card, form)).toEqual(askedOnPage(form, panel.language))
  }
  const read: string[] = []
  for (let from = 0; ; ) {
    const card = await renderSectionCard(panel, 'orders', { ...deck, from })
    const pieces = card ? allPieces(card) : []
    expect(card && widgetCount(card)).toBeLessThanOrEqual(100)
    read.push(...pieces.map(({ text }) => text))
    const next = pieces.flatMap(({ intent }) => (intent?.kind === 'section' ? [intent.from ?? 0] : []))[0]
    if (next === undefined) break
    from = next
  }
  expect(read.filter((text) => text === 'value 59')).toHaveLength(6)
})

/** Every card that a reader of the panel can come to. */
async function everyCard(panel: Panel): Promise<Card[]> {
  const whole = await Promise.all(panel.sections.map(({ key }) => renderSectionCard(panel, key, deck)))
  const forms = await Promise.all(
    formsOf(panel).map(({ section, form }) =>
      renderFormCard(panel, { section, action: form.action, target: form.target }, deck),
    ),
  )
  return [await renderCard(panel, deck), ...[...whole, ...forms].filter((card) => card !== null)]
}

describe.skipIf(!schemasAreThere)('Google’s own schema (skipped where ../shared is not beside the repository)', () => {
  const hostile = () => '<b>x</b> &amp; "y"'
  const everything = aPanel({ sections: [aSection({ summary: everyWidget(hostile), full: everyWidget(hostile) })] })
  let cards: Schema
  let takesCard: ValidateFunction
  let takesAnswer: ValidateFunction

  beforeAll(() => {
    cards = schema('card.v1.schema.json')
    takesCard = new Ajv2020({ strict: false }).compile(cards)
    takesAnswer = new Ajv2020({ strict: false }).compile(schema('addon-response.schema.json'))
  })

  test.each([['every kind of widget', everything] as const, ...CASES])('takes every card of %s', async (_, panel) => {
    for (const card of await everyCard(panel)) {
      expect([takesCard(card), takesCard.errors]).toEqual([true, null])
      expect(absentFromGmail(cards, card)).toEqual([])
    }
  })

  test('takes every answer, and every card of trouble', async () => {
    const card = await renderCard(everything, deck)
    const troubles = await Promise.all(TROUBLES.map((trouble) => troubleCard(trouble, { language: 'en', deck })))
    for (const answer of [
      ...troubles.map(answers.opened),
      answers.pushed(card),
      answers.updated(card, 'x'),
      answers.popped(),
      answers.poppedToRoot('x'),
      answers.saved('panel', [card, card], 'x'),
      answers.notified('x'),
      answers.linked('https://quayside.example/desk'),
      answers.scopesAsked(['https://www.googleapis.com/auth/userinfo.email']),
    ]) {
      expect([takesAnswer(answer), takesAnswer.errors]).toEqual([true, null])
    }
  })

  test('tells a card that Gmail would strip from one that it shows', () => {
    const icon = { startIcon: { materialIcon: { name: 'check' } }, text: 'x' }
    const stripped = { sections: [{ widgets: [{ decoratedText: icon }, { columns: { columnItems: [] } }] }] }
    expect(absentFromGmail(cards, stripped)).toEqual([
      '/sections/0/widgets/0/decoratedText/startIcon/materialIcon',
      '/sections/0/widgets/1/columns',
    ])
  })
})
