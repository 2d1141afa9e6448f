import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Element, element } from '../xml.ts'

/** The root of a document; null when it is no well-formed XML. */
export function readXml(document: string): Element | null {
  if (XMLValidator.validate(document) !== true) return null
  return parser.parse(document).flatMap(read)[0] ?? null
}

const ATTRIBUTES = ':@'
const TEXT = '#text'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  ignoreDeclaration: true,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
})

/** As the library keeps the order: one member named as the element, one for its attributes. */
type Node = Readonly<Record<string, unknown>>

function read(node: Node): Element[] {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES)
  if (name === undefined || name === TEXT) return []
  const children = node[name] as readonly Node[]
  const texts = children.flatMap((child) => (TEXT in child ? [String(child[TEXT])] : []))
  return [element(name, (node[ATTRIBUTES] ?? {}) as Element['attributes'], texts.join('') || children.flatMap(read))]
}

/** The element and all in it, the outermost first. */
export const within = (root: Element): Element[] => [root, ...childrenOf(root).flatMap(within)]

export const childrenOf = ({ content }: Element): readonly Element[] => (typeof content === 'string' ? [] : content)

export const allNamed = (root: Element, name: string): Element[] => within(root).filter((one) => one.name === name)

/** The text of a direct child; empty without it. */
export function textOf(root: Element, name: string): string {
  const { content = '' } = childrenOf(root).find((one) => one.name === name) ?? {}
  return typeof content === 'string' ? content : ''
}
