import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Pages in real Chromium between stand-ins that do what a test says: no workbench runs. */
export default defineConfig({
  test: {
    name: 'pages',
    root: resolve(import.meta.dirname, '..'),
    include: [
      'tests/outlook-addin/**/*.test.ts',
      'tests/desk/pages/**/*.test.ts',
      'tests/workbench/{page,office,draw-card,gmail-host,gmail-cards,gmail-trouble}.test.ts',
    ],
    setupFiles: ['tests/journeys/setup.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
