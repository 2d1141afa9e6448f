import { type Found, found } from './found.ts'
import type { InquiryLine } from './line.ts'
import { cut, type Passage } from './passage.ts'
import { anyOf } from './words.ts'

const SIZES: readonly (readonly [RegExp, string])[] = [
  [/^40 ?'? ?(?:hq|hc|high|高)/u, '45G1'],
  [/^45 ?'? ?(?:hq|hc)/u, 'L5G1'],
  [/^40 ?'? ?(?:rf|rh|reefer)/u, '45R1'],
  [/^40/u, '42G1'],
  [/^20 ?'? ?(?:rf|reefer)/u, '22R1'],
  [/^20/u, '22G1'],
]
const CONTAINER =
  /(?<![\d.,])(\d{1,3}) ?[x×*] ?((?:20|40|45) ?'? ?(?:gp|dv|dc|st|hq|hc|rf|rh|reefer|ft|feet|fcl|尺|呎|'|高柜))/u
const MIXED = new RegExp(anyOf('mixed|mix|gemischt*|mixte|mixto|misto|mieszan*|смешан*|拼柜|混装|混載|혼적'), 'u')
const SHARE =
  /([\p{L}][\p{L} -]{2,50}?) ?\((?:abt|about|approx|appr|ca|circa|etwa|env|environ|aprox|cerca|约|約|ok|около)?\.? ?(\d{1,2}) ?%\)/gu
const LEADING = new RegExp(`^.*(?:^| )${anyOf('load|loaded|mixed|of|with|and|und|et|y|e|plus|for|mix')} `, 'u')

/** A whole container as an order: `1x40HQ mixed`, by the size and type code of ISO 6346. */
export function containerIn(clauses: readonly Passage[]): Found<string> | null {
  for (const { text, folded } of clauses) {
    const match = CONTAINER.exec(folded)
    if (!match) continue
    const code = SIZES.find(([pattern]) => pattern.test(match[2] ?? ''))?.[1]
    const mixed = MIXED.test(folded) ? ' mixed' : ''
    if (code) return found(`${match[1]}x${code}${mixed}`, text.slice(match.index, match.index + match[0].length))
  }
  return null
}

/** Goods by their share of a container, `chairs (abt 70%)`: lines without a quantity. */
export function containerLines(clauses: readonly Passage[]): InquiryLine[] {
  return clauses
    .filter(({ folded }) => CONTAINER.test(folded))
    .flatMap((clause) => {
      const container = CONTAINER.exec(clause.folded)
      const size = container
        ? clause.text.slice(container.index, container.index + container[0].length).replace(/^\d+ ?[x×*] ?/, '')
        : ''
      return [...clause.folded.matchAll(SHARE)].map((match) => {
        const words = cut(clause, match.index, match.index + match[0].length)
        const lead = LEADING.exec(match[1] ?? '')?.[0].length ?? 0
        const desc = words.text.slice(lead, (match[1] ?? '').length).trim()
        return {
          desc: found(desc, desc),
          note: found(`${match[2]}% of a ${size.replace("'", '').toUpperCase()}`, words.text),
        }
      })
    })
}
