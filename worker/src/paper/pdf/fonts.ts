/// <reference path="./libraries.d.ts" />
import { create, type Font } from 'fontkit'

/** The typefaces, each in two weights, by the files they are deployed as. They are asked in this order. */
export const FONTS = {
  latin: { regular: 'NotoSans-Regular.ttf', bold: 'NotoSans-Bold.ttf' },
  arabic: { regular: 'NotoNaskhArabic-Regular.ttf', bold: 'NotoNaskhArabic-Bold.ttf' },
  chinese: { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' },
} as const

export type Face = keyof typeof FONTS
export type Weight = keyof (typeof FONTS)[Face]
export type FontFile = (typeof FONTS)[Face][Weight]

/** Gets a font's file. The Chinese ones have 8 MB each, so only what a paper needs is asked for. */
export type FontSource = (file: FontFile) => Promise<Uint8Array>

export interface Fonts {
  /** The typeface of a character; what has no look of its own, as a space, goes with the one before. */
  readonly faceOf: (sign: string, before: Face | null) => Face
  /** Those that are used, to be embedded: `latin-bold`. */
  readonly used: ReadonlyMap<`${Face}-${Weight}`, Font>
}

/** Characters that none of the typefaces can show; a paper with squares in it is none. */
export class MissingGlyphs extends Error {
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super('glyphs')
    this.characters = characters
  }
}

/**
 * The fonts that texts of two weights need. A font is opened anew for each paper: what a font has shown before would
 * leave traces in the next file. Throws {@link MissingGlyphs} with every character that cannot be shown.
 */
export async function openFonts(texts: Readonly<Record<Weight, string>>, source: FontSource): Promise<Fonts> {
  const opened = new Map<Face, Font>()
  const faces = new Map<string, Face>()
  let missing = [...new Set(texts.regular + texts.bold)].filter((sign) => !isSilent(sign))
  for (const face of Object.keys(FONTS) as Face[]) {
    if (missing.length === 0 || (face === 'arabic' && !missing.some(isArabic))) continue
    const font = create(await source(FONTS[face].regular))
    opened.set(face, font)
    for (const sign of missing) if (font.hasGlyphForCodePoint(codePoint(sign))) faces.set(sign, face)
    missing = missing.filter((sign) => !faces.has(sign))
  }
  if (missing.length > 0) throw new MissingGlyphs(missing)

  const used = new Map<`${Face}-${Weight}`, Font>()
  for (const weight of ['regular', 'bold'] as const) {
    const needed = new Set([...texts[weight]].map((sign) => faces.get(sign)))
    for (const [face, regular] of opened) {
      if (!needed.has(face)) continue
      used.set(`${face}-${weight}`, weight === 'regular' ? regular : create(await source(FONTS[face].bold)))
    }
  }
  return {
    used,
    faceOf(sign, before) {
      const follows = before !== null && isNeutral(sign) && opened.get(before)?.hasGlyphForCodePoint(codePoint(sign))
      return follows || isSilent(sign) ? (before ?? 'latin') : (faces.get(sign) ?? 'latin')
    },
  }
}

const codePoint = (sign: string): number => sign.codePointAt(0) ?? 0

/** What is not seen, and for which no font needs a glyph: controls, marks of direction, variation selectors. */
export const isSilent = (sign: string): boolean => /\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(sign)

const isArabic = (sign: string): boolean => /\p{Script=Arabic}/u.test(sign) || /\p{Script=Inherited}/u.test(sign)

/** Spaces, punctuation and marks above others. */
const isNeutral = (sign: string): boolean => /[\p{Z}\p{P}\p{M}]/u.test(sign)
