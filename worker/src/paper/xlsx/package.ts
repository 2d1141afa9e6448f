import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { TemplateBroken, templateProblem } from '#shared/paper/template-problem.ts'

/** The files of an Open Packaging zip (ECMA-376 part 2) by name, in the order they came in. */
export type Parts = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

/** A firm's template of 2 MB may unpack to this; a zip bomb does not get further. */
const UNPACKED_MAX_BYTES = 24 * 1024 * 1024
const PARTS_MAX = 500

/** Throws {@link TemplateBroken} for what is no zip, or one too large. */
export function openParts(bytes: Uint8Array): Parts {
  let unpacked = 0
  let parts = 0
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        unpacked += originalSize
        parts += 1
        if (unpacked > UNPACKED_MAX_BYTES || parts > PARTS_MAX)
          throw new TemplateBroken([templateProblem('too_large', null)])
        return true
      },
    }) as Parts
  } catch (error) {
    throw error instanceof TemplateBroken ? error : new TemplateBroken([templateProblem('no_workbook', null)])
  }
}

/** The same parts give the same bytes, at any time and place: zips hold local time, so its beginning is said in local time. */
export const closeParts = (parts: Parts): Uint8Array<ArrayBuffer> =>
  zipSync(parts as Record<string, Uint8Array>, { mtime: new Date(1980, 0, 1), level: 6 }) as Uint8Array<ArrayBuffer>

/** One part as XML. Throws {@link TemplateBroken} for what is none, or declares entities of its own. */
export function readXml(bytes: Uint8Array | undefined): Document {
  try {
    const text = strFromU8(bytes ?? new Uint8Array()).replace(/^\ufeff/, '')
    if (text.includes('<!DOCTYPE')) throw new SyntaxError('doctype')
    const onError = (level: string, message: string) => {
      if (level !== 'warning') throw new SyntaxError(message)
    }
    return new DOMParser({ onError }).parseFromString(text, 'text/xml')
  } catch {
    throw new TemplateBroken([templateProblem('no_workbook', null)])
  }
}

export const writeXml = (document: Document): Uint8Array<ArrayBuffer> =>
  strToU8(new XMLSerializer().serializeToString(document)) as Uint8Array<ArrayBuffer>

/** All elements of a name under another, whatever prefix they have. */
export const elements = (under: Document | Element, name: string): Element[] => [
  ...under.getElementsByTagNameNS('*', name),
]

/** The elements right under another. */
export const childrenOf = (under: Element, name?: string): Element[] =>
  [...under.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && (name === undefined || (node as Element).localName === name),
  )

/** Where a part's relationships lead: id to the part's name. External ones lead nowhere. */
export function relationships(
  parts: Parts,
  of: string,
): ReadonlyMap<string, { readonly type: string; readonly part: string }> {
  const [folder, name] = [of.slice(0, of.lastIndexOf('/') + 1), of.slice(of.lastIndexOf('/') + 1)]
  const file = parts[`${folder}_rels/${name}.rels`]
  const found = file ? elements(readXml(file), 'Relationship') : []
  return new Map(
    found
      .filter((one) => one.getAttribute('TargetMode') !== 'External')
      .map((one) => [
        one.getAttribute('Id') ?? '',
        {
          type: (one.getAttribute('Type') ?? '').replace(/^.*\//, ''),
          part: partAt(one.getAttribute('Target') ?? '', folder),
        },
      ]),
  )
}

/** The part that a relationship of a part in this folder leads to. Throws {@link TemplateBroken} for what is no address. */
function partAt(target: string, folder: string): string {
  if (!URL.canParse(target, `file:///${folder}`)) throw new TemplateBroken([templateProblem('no_workbook', null)])
  return new URL(target, `file:///${folder}`).pathname.slice(1)
}
