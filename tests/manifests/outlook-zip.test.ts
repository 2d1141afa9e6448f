import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { iconName, OUTLINE } from '../../manifests/icons.ts'
import { COLOUR_SIZE, outlookZip } from '../../manifests/outlook-zip.ts'
import { textsOf } from './installations.ts'

const icon = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../manifests/icons', name)))
const icons = { color: icon(iconName(COLOUR_SIZE)), outline: icon(OUTLINE) }

test('the package holds at its root what its manifest names, and nothing else', () => {
  const texts = textsOf({ name: '蓝鲸 & Co' })
  const files = unzipSync(outlookZip(texts, icons))
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  const { color, outline } = manifest.icons
  const [{ file }] = manifest.localizationInfo.additionalLanguages
  expect(Object.keys(files).sort()).toEqual(['manifest.json', color, outline, file].sort())
  expect(files[color]).toEqual(icons.color)
  expect(files[outline]).toEqual(icons.outline)
  expect(strFromU8(files[file] ?? new Uint8Array())).toBe(texts['package/zh-cn.json'])
})

test('the same manifests give the same bytes, wherever and whenever they are packed', () => {
  const zone = process.env.TZ
  const packed = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) => {
    process.env.TZ = TZ
    return outlookZip(textsOf(), icons)
  })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(packed[1]).toEqual(packed[0])
  expect(packed[2]).toEqual(packed[0])
})
