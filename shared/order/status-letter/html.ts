import { html, type Markup } from '#shared/panel/render/markup.ts'
import { isRightToLeft } from '#shared/panel/render/plain.ts'
import type { BuyerLetter, Line, Value } from './letter.ts'

/**
 * A letter as the HTML of a mail: a table, and styles where they are used, for mail programs take no others. Values
 * are escaped; where something runs from right to left each stands in a span of its own, or they would change places.
 */
export function letterHtml(letter: BuyerLetter): string {
  const { greeting, sentences, rows, closing, regards, alias, language, direction } = letter
  const paragraph = (...lines: readonly Line[]) => html`
    <p style="margin:0 0 12px">${lines.map((line, at) => html`${at > 0 && html`<br>`}${lineHtml(line, direction)}`)}</p>`
  const align = direction === 'rtl' ? 'right' : 'left'
  return String(html`
    <div dir="${direction}" lang="${language}" style="${FONT};text-align:${align}">
      ${paragraph(greeting)}
      ${paragraph(...sentences)}
      ${
        rows.length > 0 &&
        html`<table dir="${direction}" border="0" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 12px">
        ${rows.map(
          ({ label, value }) => html`
            <tr>
              <td align="${align}" valign="top" style="${CELL};color:#595f69">${label}</td>
              <td align="${align}" valign="top" style="${CELL}">${lineHtml(value, direction)}</td>
            </tr>`,
        )}
      </table>`
      }
      ${paragraph([closing])}
      ${paragraph([regards], [alias])}
    </div>`).trim()
}

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5'
/** Tables forget the font around them in more than one mail program. */
const CELL = `${FONT};padding:4px 12px;border-bottom:1px solid #d5d8dd`

const lineHtml = (line: Line, direction: BuyerLetter['direction']): Markup =>
  html`${line.map((part) => (typeof part === 'string' ? part : valueHtml(part, direction)))}`

function valueHtml({ value }: Value, around: BuyerLetter['direction']): Markup | string {
  const own = isRightToLeft(value) ? 'rtl' : 'ltr'
  return own === 'ltr' && around === 'ltr' ? value : html`<span dir="${own}">${value}</span>`
}
