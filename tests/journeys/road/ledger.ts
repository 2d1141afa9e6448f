/** A firm's records as its general manager reads them over the API, beside the browser. */
export interface Ledger {
  /** Those of a type that belong to a deal, the oldest first. */
  of(plural: string): Promise<Row[]>
  deal(): Promise<Row>
  /** The lines of its orders. */
  lines(): Promise<Row[]>
  /** The history of a record, the newest first. */
  events(plural: string, id: string): Promise<Row[]>
}

// biome-ignore lint/suspicious/noExplicitAny: records of every type are read here by their fields
export type Row = Readonly<Record<string, any>> & { readonly id: string }

const json = { 'Content-Type': 'application/json' }

export async function tokenOf(url: string, as: string): Promise<string> {
  const email = `${as}@bluewhale-outdoor.example`
  const signedIn = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email }),
  })
  return ((await signedIn.json()) as { token: string }).token
}

/** The newest deal whose subject holds these words. */
export async function ledgerOf(url: string, subject: string): Promise<Ledger> {
  const headers = { ...json, Authorization: `Bearer ${await tokenOf(url, 'frank.lin')}`, 'Accept-Language': 'en' }
  const read = async (path: string) => (await fetch(`${url}/v1/${path}`, { headers })).json() as Promise<Row>
  const all = async (query: string): Promise<Row[]> => {
    const { records } = await read(`${query}&limit=100`)
    return [...(records as Row[])].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  const id = [
    ...(await all('deals?status=open')),
    ...(await all('deals?status=won')),
    ...(await all('deals?status=lost')),
  ]
    .filter((deal) => String(deal.subject).includes(subject))
    .at(-1)?.id
  return {
    deal: () => read(`deals/${id}`),
    async lines() {
      const orders = await all(`orders?deal_id=${id}`)
      return (await Promise.all(orders.map((order) => all(`order_lines?order_id=${order.id}`)))).flat()
    },
    of: (plural) => all(`${plural}?deal_id=${id}`),
    events: async (plural, record) => (await read(`${plural}/${record}/events`)).events,
  }
}
