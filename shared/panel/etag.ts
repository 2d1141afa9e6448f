import type { Section } from './panel.ts'

/**
 * A short name for what a section shows, so that an answer carries only what changed. FNV-1a over
 * UTF-16 units, twice with different seeds: 64 bits, not meant against an adversary.
 */
export function etagOf(section: Section): string {
  const content = JSON.stringify(section)
  return fnv1a(content, 0x811c9dc5) + fnv1a(content, 0x01234567)
}

function fnv1a(content: string, seed: number): string {
  let hash = seed
  for (let i = 0; i < content.length; i++) hash = Math.imul(hash ^ content.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
