import type { Document } from '@xmldom/xmldom'
import { childrenOf, elements } from './package.ts'

/** Which styles of a workbook show dates: the built-in formats (ECMA-376 part 1, 18.8.30), and those that name year or day. */
export function dateFormats(styles: Document | null): (style: string | null) => boolean {
  if (!styles) return () => false
  const own = new Map(
    elements(styles, 'numFmt').map((one) => [one.getAttribute('numFmtId'), one.getAttribute('formatCode') ?? '']),
  )
  const [formats] = elements(styles, 'cellXfs')
  const areDates = (formats ? childrenOf(formats, 'xf') : []).map((xf) => {
    const id = xf.getAttribute('numFmtId') ?? '0'
    const code = own.get(id)
    return code === undefined ? isBuiltIn(Number(id)) : /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
  })
  return (style) => areDates[Number(style ?? 0)] ?? false
}

const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
