import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** Compressed bytes of some files of the language and what they need of it; big.js, time and texts are there anyway. */
async function sizeOf(...files: readonly string[]): Promise<number> {
  const contents = files.map((file) => `export * from './shared/expression/${file}'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['big.js', '#shared/time/*', '#shared/i18n/*', '#shared/money/*'],
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

test('the language is less than 12 kB of the Worker, its sentences less than 3 more', async () => {
  const language = await sizeOf('compile.ts', 'evaluate.ts')
  expect(language).toBeGreaterThan(5_000)
  expect(language).toBeLessThan(12_000)
  expect(await sizeOf('compile.ts', 'evaluate.ts', 'sentence.ts')).toBeLessThan(language + 3_000)
})
