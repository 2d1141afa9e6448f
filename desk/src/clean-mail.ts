import createDOMPurify, { type DOMPurify } from 'dompurify'

/** A mail as a document that loads nothing, and how much of it would have been loaded from elsewhere. */
export interface CleanMail {
  readonly document: string
  readonly blocked: number
}

/** What text, lists and tables are made of. No forms, no frames, no other languages within HTML, nothing that loads but pictures. */
const ELEMENTS =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  )
const ATTRIBUTES =
  'align alt bgcolor border cellpadding cellspacing color colspan dir face height href lang nowrap rowspan size src start style title type valign width'.split(
    ' ',
  )
/** What makes a mail look as it was meant, and leaves everything where it stands in it. */
const STYLES =
  /^(?:color|background-color|(?:font|text|border|padding|margin|list-style|vertical|white-space|word|overflow-wrap|line-height|letter|direction|unicode-bidi|width|max-width|min-width|height|max-height|min-height|display|float|clear|table|caption|empty)(?:-[\w-]+)?)$/
/** In a value of a style: what loads, or hides that it does. */
const LOADS = /(?:url|image-set|image|cross-fade|element|src|attr|var|env)\s*\(/i

/** Attributes by which something is loaded. */
const SOURCES = ['src', 'srcset', 'background', 'poster', 'data', 'dynsrc', 'lowsrc', 'xlink:href']
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z\d+/=\s]+$/i

/**
 * Takes out of a mail all that runs, sends, loads or stands over its page. The frame it is shown in forbids the same once more: in a
 * sandbox without scripts or origin, under a policy that lets nothing be loaded. `leave` is where a link leads first.
 */
export function cleanMail(
  html: string,
  pictures: Readonly<Record<string, string>>,
  { leave, language }: { readonly leave: (address: string) => string; readonly language: string },
): CleanMail {
  const purify = createDOMPurify()
  const styles = new Map<string, KeptStyle>()
  let blocked = 0
  const isElsewhere = (address: string | null) => address !== null && /^\s*(?:(?:https?|ftp|wss?):|\/\/)/i.test(address)

  purify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (node instanceof Element && tagName === 'style' && LOADS.test(node.textContent ?? '')) blocked++
    if (node instanceof Element && tagName === 'link' && isElsewhere(node.getAttribute('href'))) blocked++
  })
  purify.addHook('beforeSanitizeAttributes', (node) => {
    if (!(node instanceof HTMLElement)) return
    const source = node.getAttribute('src')
    const own = node.tagName === 'IMG' ? pictureOf(source, pictures) : undefined
    if (SOURCES.some((name) => isElsewhere(node.getAttribute(name)))) blocked++
    for (const name of SOURCES) node.removeAttribute(name)
    if (own !== undefined) node.setAttribute('src', own)
    const written = node.getAttribute('style')
    if (written !== null) {
      // A table says the same in thousands of cells.
      const known = styles.get(written) ?? keptStyle(node)
      styles.set(written, known)
      if (known.loads) blocked++
      if (known.style === '') node.removeAttribute('style')
      else node.setAttribute('style', known.style)
    }
    if (node.tagName === 'A') lead(node, leave)
  })
  const kept = cleaned(purify, html)
  return { document: framed(kept, language), blocked }
}

const cleaned = (purify: DOMPurify, html: string): string =>
  purify.sanitize(html, {
    ALLOWED_TAGS: ELEMENTS,
    ALLOWED_ATTR: [...ATTRIBUTES, 'target', 'rel'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Every value is held to it. Addresses are our own by now: none of another scheme is left.
    ALLOWED_URI_REGEXP: /^(?:https?:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  })

/** A picture that came with the mail, or stands in it. */
function pictureOf(source: string | null, pictures: Readonly<Record<string, string>>): string | undefined {
  const [, id] = /^\s*cid:(.+?)\s*$/is.exec(source ?? '') ?? []
  if (id === undefined) return source !== null && RASTER.test(source.trim()) ? source.trim() : undefined
  const found = Object.hasOwn(pictures, id) ? pictures[id] : pictures[unescaped(id)]
  return typeof found === 'string' && RASTER.test(found) ? found : undefined
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** What is kept of a style, and whether the rest would have loaded something. */
interface KeptStyle {
  readonly style: string
  readonly loads: boolean
}

/** Leaves what a mail may look like. Its own parser reads it, for no pattern reads escapes as a browser does. */
function keptStyle(node: HTMLElement): KeptStyle {
  const { style } = node
  let loads = false
  for (const name of [...style]) {
    const value = style.getPropertyValue(name)
    const isLoading = LOADS.test(value)
    loads ||= isLoading
    if (isLoading || !STYLES.test(name)) style.removeProperty(name)
  }
  return { style: style.cssText, loads }
}

/** A link leads to a page of ours that says where it would lead. */
function lead(link: HTMLElement, leave: (address: string) => string): void {
  const address = link.getAttribute('href')?.trim() ?? ''
  link.removeAttribute('href')
  if (!/^(?:https?:\/\/|mailto:)/i.test(address)) return
  link.setAttribute('href', leave(address))
  link.setAttribute('title', address)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

/** Mails are written for white paper, in any theme. */
const PAPER =
  'html{color-scheme:light;background:#fff;color:#1b1b1b;font:15px/1.5 "Segoe UI",system-ui,sans-serif}' +
  'body{margin:12px;overflow-wrap:break-word}img{max-width:100%;height:auto}pre{white-space:pre-wrap}' +
  'table{max-width:100%}blockquote{margin:0 0 0 8px;padding-inline-start:8px;border-inline-start:2px solid #ccc}'

export const MAIL_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

function framed(body: string, language: string): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${MAIL_POLICY}"><meta name="referrer" content="no-referrer">` +
    `<style>${PAPER}</style></head><body dir="auto">${body}</body></html>`
  )
}
