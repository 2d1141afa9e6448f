/**
 * What Google lets through between a page and its script: texts, numbers, booleans, null, and arrays and objects of those. Throws
 * for anything else; a `Date` is the one that people fall over (developers.google.com/apps-script/guides/html/communication).
 */
export function plainData<T>(value: T): T {
  refuseOthers(value)
  return value === undefined ? value : JSON.parse(JSON.stringify(value))
}

function refuseOthers(value: unknown): void {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return
  const kind = Object.prototype.toString.call(value)
  if (kind !== '[object Object]' && kind !== '[object Array]') throw new Error(`${kind} cannot be passed.`)
  for (const each of Object.values(value as object)) refuseOthers(each)
}
