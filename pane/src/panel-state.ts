import type { PanelAnswer } from '#shared/api.ts'

/** What an answer says of the panel as a whole. */
export type Head = Omit<PanelAnswer, 'sections' | 'order'>

/** A panel as the pane holds it: the answers so far put together. */
export interface PanelState extends Head {
  readonly sections: readonly DrawnSection[]
}

export interface DrawnSection {
  readonly key: string
  readonly etag: string
  readonly html: string
}

/** The panel after an answer that holds only the sections which changed. What the order leaves out is gone. */
export function patched(
  before: PanelState | undefined,
  { language, title, subtitle, asOf, reads }: Head,
  { order, sections }: Pick<PanelAnswer, 'order' | 'sections'>,
): PanelState {
  const known = new Map(before?.sections.map((section) => [section.key, section]))
  for (const section of sections) if ('html' in section) known.set(section.key, section)
  return {
    language,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    asOf,
    // Once a panel has asked for the letter, its next ones come with it.
    ...(reads || before?.reads ? { reads: true as const } : {}),
    sections: order.flatMap((key) => known.get(key) ?? []),
  }
}

/** What the Worker need not send again. */
export function have(state: PanelState | undefined): Record<string, string> {
  return Object.fromEntries(state?.sections.map(({ key, etag }) => [key, etag]) ?? [])
}
