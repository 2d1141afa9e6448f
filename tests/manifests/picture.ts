import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha of each pixel. */
  readonly pixels: readonly (readonly [number, number, number, number])[]
}

/** A PNG with 8 bits a channel and alpha, as the icons are. */
export function readPicture(file: string): Picture {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${file} is no PNG`)
  if (bytes[24] !== 8 || bytes[25] !== 6) throw new Error(`${file} has no alpha, or not 8 bits a channel`)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const flat = unfiltered(inflateSync(Buffer.concat(data)), width * 4, height)
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = flat.subarray(at * 4, at * 4 + 4)
    return [red, green, blue, alpha] as const
  })
  return { width, height, pixels }
}

/** Each row says of what before it its bytes are the difference (PNG specification, 9.2). */
function unfiltered(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const flat = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < 4 ? 0 : (flat[at - 4] ?? 0)
      const above = y === 0 ? 0 : (flat[at - stride] ?? 0)
      const corner = x < 4 || y === 0 ? 0 : (flat[at - stride - 4] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0
      flat[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  return flat
}

function nearest(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(left + above - corner - one))
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner
}
