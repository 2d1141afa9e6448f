/** A value anywhere in JSON, with its path as in `addOns.common.name`. */
export interface Leaf {
  readonly path: string
  readonly value: string | number | boolean | null
}

/** What a JSON file says; null when it says nothing with members. */
export function readJson(file: string): object | null {
  try {
    const value: unknown = JSON.parse(file)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** Every text, number and truth value in it. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, `${path}[${at}]`))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path === '' ? key : `${path}.${key}`))
  }
  return [{ path, value: value as Leaf['value'] }]
}

/** Whatever is at the end of the path, `undefined` without it; `[]` is every member of a list. */
export function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, step) => {
      const [, key = '', list] = /^(.+?)(\[\])?$/.exec(step) ?? []
      const next = values.map((one) => (one as Readonly<Record<string, unknown>> | null | undefined)?.[key])
      return list ? next.flatMap((one) => (Array.isArray(one) ? one : [])) : next
    },
    [value],
  )
}

/** The texts at the end of the path. */
export const textsAt = (value: unknown, path: string): string[] =>
  valuesAt(value, path).filter((one) => typeof one === 'string')
