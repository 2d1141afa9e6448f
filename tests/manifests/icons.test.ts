import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ICON_NAMES, ICON_SIZES, iconName, OUTLINE } from '../../manifests/icons.ts'
import { readPicture } from './picture.ts'

const FOLDER = join(import.meta.dirname, '../../manifests/icons')
const picture = (name: string) => readPicture(join(FOLDER, name))

test('every icon that is named is there, and no other', () => {
  expect(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.png'))
      .sort(),
  ).toEqual([...ICON_NAMES].sort())
})

test.each(ICON_SIZES)('the icon of %d px has that size, is small, and shows the mark on harbour teal', (size) => {
  const { width, height, pixels } = picture(iconName(size))
  expect([width, height]).toEqual([size, size])
  expect(statSync(join(FOLDER, iconName(size))).size).toBeLessThan(6_000)
  // Teal is most of it; the mark is white, and large enough to be seen.
  const share = (colour: string) => pixels.filter((pixel) => String(pixel) === colour).length / pixels.length
  expect(share('15,122,133,255')).toBeGreaterThan(0.5)
  expect(share('255,255,255,255')).toBeGreaterThan(0.05)
  expect(pixels[0]?.[3]).toBeLessThan(255)
})

test('the outline is white alone, on nothing', () => {
  const { width, height, pixels } = picture(OUTLINE)
  expect([width, height]).toEqual([32, 32])
  const shown = pixels.filter(([, , , alpha]) => alpha > 0)
  expect(shown.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true)
  expect(shown.length / pixels.length).toBeGreaterThan(0.1)
  expect(shown.length / pixels.length).toBeLessThan(0.5)
})
