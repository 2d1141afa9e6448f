import { element } from './element.ts'

/**
 * The HTML of a mail, which may be anything. The frame's sandbox takes away scripts, forms, windows and
 * this origin; the policy inside takes away everything remote; the policy of the page (`frame-src`) keeps
 * a link from taking the frame elsewhere. It is drawn on white paper, as its writer saw it.
 */
export function htmlBody(html: string, label: string): HTMLIFrameElement {
  return element('iframe', {
    className: 'body paper',
    title: label,
    referrerPolicy: 'no-referrer',
    srcdoc: PAPER + html,
    attributes: { sandbox: '' },
  })
}

const PAPER = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<base target="_blank">
<style>
  :root { color-scheme: light }
  body { margin: 18px 24px; font: 14px/1.5 'Segoe UI', 'Noto Sans', 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere }
  img { max-width: 100% }
</style>
`
