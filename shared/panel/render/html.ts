import { type Language, say } from '#shared/i18n/language.ts'
import { etagOf } from '../etag.ts'
import type { Link, Panel, Section, Share, Step, Tone, Widget, WidgetKind } from '../panel.ts'
import { fieldHtml } from './field-html.ts'
import { safeHref } from './href.ts'
import { html, type Markup } from './markup.ts'
import { asOf, attention, MORE, STATES } from './words.ts'

/**
 * A panel as HTML, for hosts that show a page: the Outlook pane, the Sheets sidebar, the desk. No style,
 * no script, no event attributes: `data-*` says what a host needs to know, its style sheet does the rest.
 * Values stand in `<bdi>` or in a block of their own, so that no writing direction leaks out of them.
 */
export function renderPanelHtml(panel: Panel, timezone = 'UTC'): string {
  return String(html`
    <article class="panel" lang="${panel.language}">
      <header>
        <h1><bdi>${panel.title}</bdi></h1>
        ${panel.subtitle && html`<p class="subtitle"><bdi>${panel.subtitle}</bdi></p>`}
        <p class="as-of">${asOf(panel, timezone)}</p>
      </header>
      ${panel.sections.map((section) => sectionHtml(section, etagOf(section), panel.language))}
    </article>`)
}

/** One section as HTML; hosts patch by its `data-key` and tell the Worker its `data-etag`. */
export function renderSectionHtml(section: Section, etag: string, language: Language): string {
  return String(sectionHtml(section, etag, language))
}

/**
 * The full form comes before the summary in the document: its switch stands beside the heading, where
 * the eye and the Tab key meet it first, and what it opens takes the summary's place. What ends both stands once after
 * them, so that what somebody typed into a form is there still when they unfold the rest.
 */
function sectionHtml({ key, title, summary, full, tone, folded }: Section, etag: string, language: Language): Markup {
  const id = idOf(key)
  const ends = full ? endOfBoth(summary, full) : 0
  const part = (widgets: readonly Widget[], name: string) =>
    widgetsHtml(widgets, { key, id: `${id}.${name}`, language })
  const fold =
    full &&
    html`
    <details class="full" data-fold="${key}">
      <summary>${say(MORE, language)}<span class="spoken">: ${title}</span></summary>
      ${part(full.slice(0, full.length - ends), 'full')}
    </details>`
  const heading = html`<h2 id="${id}.title"><bdi>${title}</bdi></h2>`
  const inside = html`
      ${fold}
      <div class="summary">${part(summary.slice(0, summary.length - ends), 'summary')}</div>
      ${ends > 0 && html`<div class="both">${part(summary.slice(-ends), 'both')}</div>`}`
  return html`
    <section data-key="${key}" data-etag="${etag}"${toned(tone)} aria-labelledby="${id}.title">
      ${
        folded
          ? html`<details class="closed" data-fold="${key}/"><summary>${heading}</summary><div class="opened">${inside}</div></details>`
          : html`${heading}${inside}`
      }
    </section>`
}

/** How many widgets end the summary and the full form alike. */
function endOfBoth(summary: readonly Widget[], full: readonly Widget[]): number {
  let ends = 0
  while (ends < summary.length && summary.at(-1 - ends) === full.at(-1 - ends)) ends += 1
  return ends
}

/** Where a widget stands: what its ids and its fold are called after. */
interface Place {
  /** The section's key. */
  readonly key: string
  /** Unlike every other widget's in the document. */
  readonly id: string
  readonly language: Language
}

/** Neighbours of one kind share a wrapper; a kind without one stands for itself. */
const WRAPPERS: { readonly [K in WidgetKind]?: (widgets: readonly Markup[]) => Markup } = {
  fact: (facts) => html`<dl>${facts}</dl>`,
  item: (items) => html`<ul role="list">${items}</ul>`,
  form: (forms) => html`<div class="forms">${forms}</div>`,
}

function widgetsHtml(widgets: readonly Widget[], place: Place): Markup[] {
  const runs: { readonly kind: WidgetKind; readonly drawn: Markup[] }[] = []
  for (const [position, widget] of widgets.entries()) {
    const drawn = widgetHtml(widget, { ...place, id: `${place.id}.${position}` })
    const run = runs.at(-1)
    if (run?.kind === widget.kind) run.drawn.push(drawn)
    else runs.push({ kind: widget.kind, drawn: [drawn] })
  }
  return runs.flatMap(({ kind, drawn }) => WRAPPERS[kind]?.(drawn) ?? drawn)
}

function widgetHtml(widget: Widget, place: Place): Markup {
  return (WIDGETS[widget.kind] as (widget: Widget, place: Place) => Markup)(widget, place)
}

const WIDGETS: { readonly [K in WidgetKind]: (widget: Extract<Widget, { kind: K }>, place: Place) => Markup } = {
  fact: ({ label, value, detail, tone }, { language }) => html`
    <div class="fact"${toned(tone)}>
      <dt>${label}</dt>
      <dd>
        ${spoken(attention(tone, language))}<bdi class="value">${value}</bdi>
        ${detail && html`<bdi class="detail">${detail}</bdi>`}
      </dd>
    </div>`,

  note: ({ text, tone }, { language }) => html`
    <p class="note"${toned(tone)} dir="auto">${spoken(attention(tone, language))}<bdi>${text}</bdi></p>`,

  item: ({ title, lines, badge, open, tone, links = [] }, { language }) => html`
    <li class="item"${toned(tone)}>
      <p class="item-title">
        ${spoken(attention(tone, language))}
        ${open ? opener(open.type, open.id, title) : html`<bdi>${title}</bdi>`}
        ${badge && html`<bdi class="badge">${badge}</bdi>`}
      </p>
      ${lines.map((line) => html`<p class="line"><bdi>${line}</bdi></p>`)}
      ${links.length > 0 && html`<p class="links">${links.map(linkHtml)}</p>`}
    </li>`,

  steps: ({ label, steps }, { id, language }) => {
    const here = whereabouts(steps)
    return html`
      <div class="steps">
        <p class="steps-label" id="${id}.label"><bdi>${label}</bdi></p>
        <ol role="list" aria-labelledby="${id}.label">
          ${steps.map((step, position) => stepHtml(step, position - here, language))}
        </ol>
      </div>`
  },

  shares: ({ label, parts }, { id, language }) => html`
    <div class="shares">
      <p class="shares-label" id="${id}.label"><bdi>${label}</bdi></p>
      ${barHtml(parts)}
      <dl aria-labelledby="${id}.label">
        ${parts.map(
          ({ label: name, value, tone }) => html`
            <div class="fact"${toned(tone)}><dt>${name}</dt><dd>${spoken(attention(tone, language))}<bdi class="value">${value}</bdi></dd></div>`,
        )}
      </dl>
    </div>`,

  turns: ({ label, turns }, { id }) => html`
    <div class="turns" role="group" aria-labelledby="${id}.label">
      <span class="turns-label" id="${id}.label">${label}</span>
      ${turns.map(
        (turn) =>
          html` <button type="button" class="turn" data-see="${turn.see}"${turn.current && html` aria-pressed="true"`}><bdi>${turn.label}</bdi></button>`,
      )}
    </div>`,

  form: ({ action, target, label, hint, fields, primary, folded }, { key, id, language }) => {
    const version = target.version !== undefined && html` data-version="${target.version}"`
    const described = hint && html` aria-describedby="${id}.hint"`
    const weight = primary ? 'primary' : 'secondary'
    const form = html`
      <form data-action="${action}" data-type="${target.type}" data-id="${target.id}"${version} novalidate>
        ${hint && html`<p class="hint" id="${id}.hint" dir="auto">${hint}</p>`}
        ${fields.map((field, position) => fieldHtml(field, `${id}.${position}`, language))}
        <button type="submit" class="${weight}"${described}><bdi>${label}</bdi></button>
      </form>`
    if (!folded || fields.length === 0) return form
    return html`
      <details class="folded" data-fold="${key}/${action}/${target.id}">
        <summary class="${weight}"><bdi>${label}</bdi></summary>
        ${form}
      </details>`
  },

  link: (link) => html`<p class="link">${linkHtml(link)}</p>`,
}

function linkHtml({ label, href }: Link): Markup {
  const safe = safeHref(href)
  const name = html`<bdi>${label}</bdi>`
  return safe ? html`<a href="${safe}" target="_blank" rel="noopener noreferrer">${name}</a> ` : name
}

/** Drawn without a word: the parts say it. */
function barHtml(parts: readonly Share[]): Markup {
  let from = 0
  const drawn = parts.map(({ share, tone }) => {
    const at = from
    from += share
    return html`<rect x="${at}" width="${share}" height="10"${toned(tone)}></rect>`
  })
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`
}

const opener = (type: string, id: string, title: string): Markup => html`
  <button type="button" class="open" data-open-type="${type}" data-open-id="${id}"><bdi>${title}</bdi></button>`

/** `ahead` is how far it lies past the present step; the names of that one and of the next are always seen. */
function stepHtml({ label, state }: Step, ahead: number, language: Language): Markup {
  const named = (ahead === 0 || ahead === 1) && html` class="named"`
  const current = state === 'now' && html` aria-current="step"`
  return html`
    <li data-state="${state}"${named}${current}>
      <bdi class="step">${label}</bdi><span class="spoken">, ${say(STATES[state], language)}</span>
    </li>`
}

/** The step that runs now, else the last that is done, else the one before the first. */
function whereabouts(steps: readonly Step[]): number {
  const now = steps.findIndex(({ state }) => state === 'now')
  return now >= 0 ? now : steps.findLastIndex(({ state }) => state === 'done')
}

const toned = (tone: Tone | undefined) => tone !== undefined && tone !== 'neutral' && html` data-tone="${tone}"`

const spoken = (words: string) => words && html`<span class="spoken">${words}</span>`

/** A section's key as part of an id: no blanks, no dots, and no two keys become one. */
function idOf(key: string): string {
  return key.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`)
}
