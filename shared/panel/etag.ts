import type { Section } from './panel.ts'

/**
 * A short name for what a section shows, so that an answer carries only what changed: 64 bits, not meant against an
 * adversary. Two units of UTF-16 at a time are mixed into each half and turned round (as MurmurHash does): every panel
 * names each of its sections.
 */
export function etagOf(section: Section): string {
  const content = JSON.stringify(section)
  let [one, other] = [0x811c9dc5, 0x01234567]
  for (let i = 0; i < content.length; i += 2) {
    // Past the end there is NaN, which counts as nothing; the length tells that apart.
    const pair = content.charCodeAt(i) | (content.charCodeAt(i + 1) << 16)
    one = turned(Math.imul(one ^ pair, 0x85ebca6b))
    other = turned(Math.imul(other ^ pair, 0xc2b2ae35))
  }
  return hex(one ^ content.length) + hex(other)
}

const turned = (bits: number): number => (bits << 13) | (bits >>> 19)

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0')
