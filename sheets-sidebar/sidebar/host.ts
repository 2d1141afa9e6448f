import { within } from '../../pane/src/within.ts'
import type { SheetCalls } from '../calls.ts'

/** What the page asks of Google: the script behind the sheet, and the focus. This file alone touches `google.script`. */
export type Call = <Name extends keyof SheetCalls>(
  name: Name,
  ...args: Parameters<SheetCalls[Name]>
) => Promise<ReturnType<SheetCalls[Name]>>

/** Writing 500 rows into a large sheet takes its time; a script may run no longer than this anyway. */
const ANSWER_MS = 60_000

/** Runs a function of the script. Rejects when the script throws, Google fails, or nobody answers. */
export const callScript: Call = (name, ...args) =>
  within(
    ANSWER_MS,
    new Promise((resolve, reject) => {
      google.script.run
        .withSuccessHandler(resolve)
        .withFailureHandler(reject)
        [name]?.(...(args as google.script.Parameter[]))
    }),
  )

export const focusSheet = (): void => google.script.host.editor.focus()
