import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parserOf } from '../../../tools/expression-grammar.ts'

const folder = join(import.meta.dirname, '../../../shared/expression')
const parser = readFileSync(join(folder, 'parser.js'), 'utf8')

describe('the parser that lies beside the grammar', () => {
  test('is what the grammar makes', () => {
    expect(parser).toBe(parserOf(readFileSync(join(folder, 'grammar.peggy'), 'utf8')))
  })

  test('runs nothing that is text, and needs nobody', () => {
    expect(parser).not.toMatch(/\beval\b|\bFunction\s*\(|\bimport\b|\brequire\b/)
  })
})
