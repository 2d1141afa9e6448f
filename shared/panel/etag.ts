import type { Section } from './panel.ts'

/**
 * A short name for what a section shows, so that an answer carries only what changed. FNV-1a over
 * UTF-16 units, twice with different seeds: 64 bits, not meant against an adversary.
 */
export function etagOf(section: Section): string {
  const content = JSON.stringify(section)
  let [one, other] = [0x811c9dc5, 0x01234567]
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x01000193)
  }
  return hex(one) + hex(other)
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0')
