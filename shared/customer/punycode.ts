/**
 * A host name in its one form for comparison: every `xn--` label as the letters it stands for (RFC 5890), so that
 * `xn--mller-kva.example` and `müller.example` are one. A label that is no Punycode stays as it is.
 */
export function unicodeHost(host: string): string {
  if (!/(^|\.)xn--/i.test(host)) return host
  return host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decoded(label.slice(4)) ?? label) : label))
    .join('.')
}

const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700

/** RFC 3492, 6.2; null for what it could not have written. */
function decoded(input: string): string | null {
  const split = input.lastIndexOf('-')
  const out = [...input.slice(0, Math.max(split, 0))].map((letter) => letter.codePointAt(0) ?? 0)
  let [code, bias, at] = [128, 72, 0]
  let rest = split > 0 ? input.slice(split + 1) : input
  while (rest !== '') {
    const before = at
    let weight = 1
    for (let step = BASE; ; step += BASE) {
      const digit = digitOf(rest.charCodeAt(0))
      if (digit === null) return null
      rest = rest.slice(1)
      at += digit * weight
      const threshold = Math.min(Math.max(step - bias, T_MIN), T_MAX)
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    bias = adapted(at - before, out.length + 1, before === 0)
    code += Math.floor(at / (out.length + 1))
    at %= out.length + 1
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null
    out.splice(at, 0, code)
    at++
  }
  return String.fromCodePoint(...out)
}

function digitOf(unit: number): number | null {
  if (unit >= 48 && unit <= 57) return unit - 22
  if (unit >= 65 && unit <= 90) return unit - 65
  return unit >= 97 && unit <= 122 ? unit - 97 : null
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / DAMP) : delta >> 1
  left += Math.floor(left / points)
  let steps = 0
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; steps += BASE) left = Math.floor(left / (BASE - T_MIN))
  return steps + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW))
}
