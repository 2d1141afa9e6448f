type Plain = Readonly<Record<string, unknown>>

/** The keys of the fields that a definition brings along, as far as it can be read at all. */
export function ownKeys(definition: unknown): ReadonlySet<string> {
  const { fields, nodes, edges } = plain(definition)
  const forms = [fields, ...[...list(nodes), ...list(edges)].map((one) => plain(one).form)]
  const keys = forms.flatMap(list).map((item) => plain(item).key)
  return new Set(keys.filter((key) => typeof key === 'string'))
}

const plain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
