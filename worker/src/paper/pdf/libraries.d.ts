/** Of the three libraries, which bring no types of their own, what is used here. */

declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number
    readonly postscriptName: string
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string, features?: unknown, script?: string, language?: string, direction?: 'ltr' | 'rtl'): unknown
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}

declare module 'pdfkit' {
  interface Options {
    readonly size: string
    readonly margin: number
    readonly font: null
    readonly bufferPages: boolean
    readonly lang: string
    readonly displayTitle: boolean
    readonly info: Readonly<Record<string, string | Date>>
  }
  interface TextOptions {
    readonly lineBreak: false
    readonly baseline: 'alphabetic'
    /** Handed on to the font's `layout`. */
    readonly features?: unknown
  }
  export default class PDFDocument {
    constructor(options: Options)
    registerFont(name: string, font: unknown): this
    font(name: string, size?: number): this
    widthOfString(text: string, options?: { readonly features?: unknown }): number
    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(width: number): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    fill(): this
    stroke(): this
    text(text: string, x: number, y: number, options: TextOptions): this
    image(bytes: Uint8Array, x: number, y: number, options: { readonly fit: readonly [number, number] }): this
    addPage(): this
    switchToPage(page: number): this
    bufferedPageRange(): { readonly count: number }
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  export function toBytes(document: import('pdfkit').default): Promise<Uint8Array<ArrayBuffer>>
}
