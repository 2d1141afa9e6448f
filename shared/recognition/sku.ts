/** A code of an article: capital letters and digits, with a hyphen or at least five signs. */
const SKU =
  /(?<![\p{sc=Latn}\d./-])(?:[A-Z]{1,5}-[A-Z]{0,3}\d{1,6}[A-Z]{0,3}(?:-[A-Z\d]{1,6}){0,2}|[A-Z]{2,4}\d{3,6}[A-Z]{0,2})(?![\p{sc=Latn}\d]|[-/]\d)/gu
/** Standards, papers and containers look like such. */
const NONE =
  /^(?:EN|ISO|DIN|UN|EAN|ASTM|HS|HTS|PO|PI|QT|RFQ|SC|KW|USD|EUR|IP|GB|CE|FSC|CPSIA|OA|TT|LC|BS|DE|FR|TVA|VAT|HRA|HRB|LED|USB|PE|PP|AISI|SUS|SS)-?\d|^(?:PI|PO|QT|RFQ|SC|INV|INQ)-/

export interface Sku {
  readonly code: string
  readonly start: number
  readonly end: number
}

export function skusIn(text: string): Sku[] {
  return [...text.matchAll(SKU)]
    .filter(([code]) => !NONE.test(code) && !/^[A-Z]{2}\d{6,}/.test(code))
    .map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }))
}
