import { listen, post } from '../outlook/protocol.ts'
import { plainData } from './plain-data.ts'
import type { ToSidebar } from './protocol.ts'

/** The workbench's own `google.script`, in the sidebar's frame: what Google puts there before the page's script runs. */
type Handler = (answer: unknown) => void
interface Run {
  readonly returned: Handler
  readonly failed: Handler
}

const waiting = new Map<number, Run>()
let calls = 0
let isCut = false

listen<ToSidebar>(
  () => window.parent,
  (message) => {
    if (message.kind === 'network') {
      isCut = message.isCut
      return
    }
    const run = waiting.get(message.call)
    waiting.delete(message.call)
    if (message.kind === 'returned') run?.returned(message.value)
    else run?.failed(new Error(message.message))
  },
)

const reach = window.fetch.bind(window)
window.fetch = async (input, init) => {
  if (isCut) throw new TypeError('Failed to fetch')
  return reach(input, init)
}

/** Every name is a function of the script; the handlers are of this call alone. */
function runner(run: Run): object {
  const own: Record<string, unknown> = {
    withSuccessHandler: (returned: Handler) => runner({ ...run, returned }),
    withFailureHandler: (failed: Handler) => runner({ ...run, failed }),
  }
  return new Proxy(own, {
    get: (_, name: string) =>
      own[name] ??
      ((...args: unknown[]) => {
        const call = calls++
        waiting.set(call, run)
        post(window.parent, { kind: 'run', call, name, args: plainData(args) })
      }),
  })
}

Object.assign(window, {
  google: {
    script: {
      run: runner({ returned: () => {}, failed: () => {} }),
      host: {
        close: () => post(window.parent, { kind: 'close' }),
        editor: { focus: () => post(window.parent, { kind: 'focus' }) },
      },
    },
  },
})
