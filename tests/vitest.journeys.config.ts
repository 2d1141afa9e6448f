import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What a person does, in real Chromium against the real workbench on a port and data folder of its own. */
export default defineConfig({
  test: {
    name: 'journeys',
    root: resolve(import.meta.dirname, '..'),
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/stage.ts'],
    setupFiles: ['tests/journeys/setup.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
