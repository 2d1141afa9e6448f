/**
 * Reads what a firm keeps as one text, once and not for every request: equal texts of one firm give the same object,
 * and schemas, forms and rights are kept by such objects.
 */
export function keptByFirm<T>(read: (kept: string) => T): (tenantId: string, kept: string) => T {
  const known = new Map<string, { readonly kept: string; readonly value: T }>()
  return (tenantId, kept) => {
    const own = known.get(tenantId)
    if (own?.kept === kept) return own.value
    const value = read(kept)
    if (known.size >= FIRMS_MAX) known.clear()
    known.set(tenantId, { kept, value })
    return value
  }
}

const FIRMS_MAX = 100
