import { element } from '../page/element.ts'
import { plainData } from './plain-data.ts'
import type { ScriptStage, ScriptWindow } from './script-frame.ts'

interface RunningScript {
  readonly element: HTMLIFrameElement
  /** Runs a function as Google runs one for a page: later, and with plain data alone. Rejects when it throws. */
  run(name: string, args?: readonly unknown[]): Promise<unknown>
}

/** The script as it is pushed to Google, in a frame of its own, over the stand-ins for Google's services. */
export function runScript(stage: ScriptStage): RunningScript {
  const frame = element('iframe', { src: '/workbench/sheets/script.html', hidden: true, title: 'Apps Script' })
  const ready = new Promise<ScriptWindow>((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        const script = frame.contentWindow as unknown as ScriptWindow
        script.play(stage)
        resolve(script)
      },
      { once: true },
    )
  })
  return {
    element: frame,
    async run(name, args = []) {
      const script = await ready
      const called = script[name]
      // Google keeps names that end with an underscore to the script itself.
      if (typeof called !== 'function' || name.endsWith('_')) throw new Error(`Script function not found: ${name}`)
      return plainData(called.apply(null, plainData(args)))
    },
  }
}
