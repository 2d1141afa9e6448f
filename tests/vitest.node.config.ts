import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Pure rules and build outputs: plain Node. */
export default defineConfig({
  test: {
    name: 'node',
    root: resolve(import.meta.dirname, '..'),
    include: [
      'tests/shared/**/*.test.ts',
      'tests/paper/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
      'tests/tools/**/*.test.ts',
      'tests/workbench/**/*.test.ts',
      'tests/gmail-addon/**/*.test.ts',
      'tests/desk/**/*.test.ts',
      'tests/sheets-sidebar/**/*.test.ts',
      'tests/manifests/**/*.test.ts',
      'tests/*.test.ts',
    ],
    // Those open a browser: they are in the project of pages.
    exclude: [
      'tests/desk/pages/**',
      'tests/workbench/{page,office,draw-card,gmail-host,gmail-cards,gmail-trouble}.test.ts',
    ],
    isolate: false,
    // For what hangs; rules on many drawn cases take their time beside browsers.
    testTimeout: 30_000,
  },
})
