import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong, WCAG 2.2 A and AA and best practice, in words that lead to the place. */
export const findings = (frame: Page | Frame): Promise<string[]> => found(frame, {})

/** The same of a page that has been looked at already and has only changed its colours since. */
export const colourFindings = (frame: Page | Frame): Promise<string[]> =>
  found(frame, { runOnly: ['color-contrast', 'link-in-text-block'] })

async function found(frame: Page | Frame, options: object): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe)
  const violations = await frame.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Result[] }> } }
    return (await axe.run({ iframes: false, resultTypes: ['violations'], ...options })).violations
  }, options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  )
}
