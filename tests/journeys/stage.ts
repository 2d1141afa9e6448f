import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    stageUrl: string
  }
}

/** For vitest: one workbench for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stage = await startWorkbench()
  project.provide('stageUrl', stage.url)
  return stage.stop
}

export interface Running {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends it where it stands, as a power cut would. */
  readonly kill: () => Promise<void>
}

/**
 * The workbench as `npm start` runs it, on a free port; stopped by SIGTERM. Its data folder goes with it, unless it is
 * the caller's own.
 */
export async function startWorkbench(kept?: string): Promise<Running> {
  const data = kept ?? mkdtempSync(join(tmpdir(), 'quayside-journeys-'))
  const stage = spawn('node', ['workbench/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', QUAYSIDE_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, for a power cut that takes all of its processes.
    detached: kept !== undefined,
  })
  const end = async (how: () => void) => {
    const ended = new Promise((resolve) => stage.once('exit', resolve))
    how()
    await ended
  }
  return {
    url: await readyUrl(stage),
    kill: () => end(() => process.kill(-(stage.pid ?? 0), 'SIGKILL')),
    async stop() {
      await end(() => stage.kill('SIGTERM'))
      if (!kept) rmSync(data, { recursive: true, force: true })
    },
  }
}

function readyUrl(stage: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stage.stdout?.on('data', (chunk) => {
      said += chunk
      const url = /^Quayside is ready at (http\S+)$/m.exec(said)?.[1]
      if (url) resolve(url)
    })
    stage.once('exit', (code) => reject(new Error(`the workbench ended with ${code} before it was ready: ${said}`)))
  })
}
