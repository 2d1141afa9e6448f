import type { Occasion } from '../gmail-addon/src/event.ts'

/** The addresses of a Worker that manifests name; each is mounted there, a test looks. */
export const paneUrl = (origin: string): string => `${origin}/outlook/pane.html`

/** What Google calls on an occasion. */
export const gmailUrl = (origin: string, occasion: Occasion): string => `${origin}/gmail/${occasion}`

/** The page for administrators, which also says what is read and kept. */
export const installUrl = (origin: string, part: '' | '#data' | '#terms' = ''): string => `${origin}/install/${part}`

/** The wide pages, the only ones that a card may open. */
export const deskUrl = (origin: string): string => `${origin}/desk/`
