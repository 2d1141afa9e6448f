import type { FontFile, FontSource } from './pdf/fonts.ts'

/** The fonts among the Worker's static files, each read once in an isolate's life: two Chinese ones are 17 MB of its memory. */
export function assetFonts(assets: Assets): FontSource {
  return (file) => {
    const kept = KEPT.get(file) ?? read(assets, file)
    KEPT.set(file, kept)
    return kept
  }
}

/** The Worker's static files, as far as fonts need them. */
export interface Assets {
  readonly fetch: (url: string) => Promise<Pick<Response, 'ok' | 'status' | 'arrayBuffer'>>
}

const KEPT = new Map<FontFile, Promise<Uint8Array>>()

async function read(assets: Assets, file: FontFile): Promise<Uint8Array> {
  try {
    const response = await assets.fetch(`https://assets.local/fonts/${file}`)
    if (!response.ok) throw new Error(`font ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    KEPT.delete(file)
    throw error
  }
}
