import type { Form, Panel } from '#shared/panel/panel.ts'
import { tokenOf } from './ledger.ts'
import type { Entries } from './seat.ts'

/**
 * Walks with the panel's own offers and without a browser: what somebody is offered beside a mail is read, and what they press
 * is sent as the form says, with what it begins with.
 */
export class ByPanel {
  readonly #url: string
  readonly message: Readonly<Record<string, unknown>>
  readonly #tokens = new Map<string, Promise<string>>()

  constructor(url: string, message: Readonly<Record<string, unknown>>) {
    this.#url = url
    this.message = message
  }

  async panel(as: string): Promise<Panel> {
    const answer = await this.#post(as, '/v1/panel', { host: 'outlook', message: this.message })
    return answer.json() as Promise<Panel>
  }

  async forms(as: string): Promise<Form[]> {
    const { sections } = await this.panel(as)
    const widgets = sections.flatMap(({ summary, full = [] }) => [...summary, ...full])
    return widgets.filter((widget): widget is Form => widget.kind === 'form')
  }

  /** What is next for somebody; null where nothing is. */
  async primary(as: string): Promise<string | null> {
    return (await this.forms(as)).find(({ primary }) => primary)?.label ?? null
  }

  /** All words of the panel. */
  async text(as: string): Promise<string> {
    return JSON.stringify((await this.panel(as)).sections)
  }

  async press(as: string, label: string | RegExp, entries: Entries = {}): Promise<void> {
    const { status, problems } = await this.#send(as, label, entries)
    if (status !== 200) throw new Error(`${label}: ${status} ${problems.join(' ')}`)
  }

  /** The sentences with which it is refused. */
  async refused(as: string, label: string | RegExp, entries: Entries = {}): Promise<string[]> {
    const { status, problems } = await this.#send(as, label, entries)
    if (status !== 422) throw new Error(`${label}: ${status}`)
    return problems
  }

  async #send(as: string, label: string | RegExp, entries: Entries) {
    const forms = await this.forms(as)
    const form = forms.find((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)))
    if (!form) throw new Error(`${as} has no ${label} among: ${forms.map((one) => one.label).join(' | ')}`)
    const unknown = Object.keys(entries).filter((key) => !form.fields.some((field) => field.key === key))
    if (unknown.length > 0) throw new Error(`${label} does not ask for ${unknown}`)
    const input = Object.fromEntries(
      form.fields.flatMap(({ key, value, choices = [], required }) => {
        const typed = entries[key] ?? value ?? ''
        const chosen = choices.find((choice) => choice.label === typed)?.value ?? typed
        return chosen === '' && required ? [] : [[key, chosen === '' ? null : chosen]]
      }),
    )
    const ask = { host: 'outlook', target: form.target, input, message: this.message }
    const answer = await this.#post(as, `/v1/actions/${form.action}`, ask)
    const said = (await answer.json()) as { readonly problems?: readonly { readonly message: string }[] }
    return { status: answer.status, problems: (said.problems ?? []).map(({ message }) => message) }
  }

  async #post(as: string, path: string, body: object): Promise<Response> {
    const token = this.#tokens.get(as) ?? tokenOf(this.#url, as)
    this.#tokens.set(as, token)
    return fetch(this.#url + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
        Authorization: `Bearer ${await token}`,
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    })
  }
}
