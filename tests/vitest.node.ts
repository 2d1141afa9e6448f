import { defineConfig } from 'vitest/config'

/** Pure rules and build outputs: plain Node. */
export default defineConfig({
  test: {
    name: 'node',
    root: new URL('..', import.meta.url).pathname,
    include: [
      'tests/shared/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
      'tests/tools/**/*.test.ts',
      'tests/workbench/**/*.test.ts',
      'tests/*.test.ts',
    ],
    isolate: false,
  },
})
