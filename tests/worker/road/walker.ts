import type fc from 'fast-check'
import type { Form, FormField, Widget } from '#shared/panel/panel.ts'
import type { Card, CardWidget, OnClick } from '#shared/panel/render/card-json.ts'
import { type Answer, type Firm, newId } from '../firm.ts'
import { type Answered, cardOf, inputNames, picked, tokenOf, typed } from '../gmail-stage.ts'

/** Beside the mail of the firm's customer. */
export const MESSAGE = { messageId: '<w@trilhasul.example>', from: { address: 'thiago.nunes@trilhasul.example' } }

/** What somebody is offered beside the mail, as Outlook has it; each form once. */
export async function offers(firm: Firm, as: string): Promise<Form[]> {
  const panel = await firm.call('POST', '/v1/panel', { host: 'outlook', message: MESSAGE }, { as })
  if (panel.status !== 200) throw new Error(panel.text)
  return formsIn(panel)
}

const SECTIONS = ['road', 'approval']

export function formsIn({ body }: Answer): Form[] {
  const sections: { key: string; summary: Widget[]; full?: Widget[] }[] = body.sections
  const forms = sections
    .filter(({ key }) => SECTIONS.includes(key))
    .flatMap(({ summary, full = [] }) => [...full, ...summary])
    .filter((widget): widget is Form => widget.kind === 'form')
  return [...new Map(forms.map((form) => [nameOf(form), form])).values()]
}

export const nameOf = ({ action, target }: Pick<Form, 'action' | 'target'>): string => `${action} ${target.id}`

export type Gmail = (occasion: 'message' | 'press', sent?: { pressed?: string; inputs?: object }) => Promise<Answered>

interface Press {
  readonly act: { readonly kind: string; readonly section?: string; readonly action?: string }
  readonly tgt?: { readonly id: string }
  readonly token: string
}

/** What somebody is offered there, as the cards of Gmail have it: by name, the token behind its button. */
export async function cardOffers(gmail: Gmail): Promise<Map<string, string>> {
  const first = cardOf(await gmail('message'))
  const wholes = pressesOn(first).filter(({ act }) => act.kind === 'section' && SECTIONS.includes(act.section ?? ''))
  const cards = [first]
  for (const { token } of wholes) cards.push(cardOf(await gmail('press', { pressed: token })))
  const forms = cards
    .flatMap(pressesOn)
    .filter(({ act }) => (act.kind === 'form' || act.kind === 'submit') && SECTIONS.includes(act.section ?? ''))
  return new Map(forms.map(({ act, tgt, token }) => [`${act.action} ${tgt?.id}`, token]))
}

function pressesOn(card: Card): Press[] {
  return card.sections
    .flatMap(({ widgets }) => widgets.flatMap(clicksOn))
    .flatMap((click) => ('action' in click ? [click.action.parameters[0]?.value ?? ''] : []))
    .map((token) => {
      const payload = JSON.parse(new TextDecoder().decode(bytesOf(token.split('.')[1] ?? '')))
      return { ...payload, token }
    })
}

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

const clicksOn = (widget: CardWidget): OnClick[] => {
  if ('buttonList' in widget) return widget.buttonList.buttons.map(({ onClick }) => onClick)
  return 'decoratedText' in widget && widget.decoratedText.onClick ? [widget.decoratedText.onClick] : []
}

/** What somebody might write into a form: of what each field takes, now this and now that. */
export const filledIn = ({ fields }: Form, one: Choosing): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = entry(field, one)
      return value === '' ? [] : [[field.key, value]]
    }),
  )

/** One of a list, as chance has it. */
export type Choosing = <T>(list: readonly T[]) => T

/** Chance as fast-check has it, so that a failure can be found again. */
export const choosing =
  (gen: fc.GeneratorValue, nat: () => fc.Arbitrary<number>): Choosing =>
  (list) =>
    list[gen(nat) % list.length] as never

function entry({ input, required, choices = [], value }: FormField, one: Choosing): string {
  const blank = required || value !== undefined ? [] : ['']
  switch (input) {
    case 'text':
      return one([...blank, 'ok', '红色 <i>x</i>', "O'Neill & Söhne"])
    case 'lines':
      return one([...blank, 'one', 'one\ntwo & three'])
    case 'number':
      return one([...blank, '1', '12', '12.5', '7'])
    case 'date':
      return one([...blank, '2026-10-01', '2026-11-20', '2027-01-31'])
    case 'choice':
      return one([...blank, ...choices.map((choice) => choice.value)])
  }
}

/** Sends a form as Outlook or a program does. */
export const send = (firm: Firm, as: string, host: 'outlook' | 'api', form: Form, input: object) =>
  firm.call(
    'POST',
    `/v1/actions/${form.action}`,
    { host, target: form.target, input, message: MESSAGE },
    { as, headers: { 'Idempotency-Key': newId() } },
  )

/** Sends a form as Gmail does: opens its card, fills it in, and presses its button. */
export async function press(gmail: Gmail, token: string, form: Form, input: Record<string, string>): Promise<Answered> {
  if (form.fields.length === 0) return gmail('press', { pressed: token })
  const card = cardOf(await gmail('press', { pressed: token }))
  const names = inputNames(card)
  const inputs = form.fields.flatMap(({ key, input: kind }) => {
    const value = input[key]
    if (value === undefined) return []
    return [[names[key], kind === 'date' ? picked(value) : typed(value)]]
  })
  const submit = pressesOn(card).find(({ act }) => act.kind === 'submit')
  return gmail('press', { pressed: submit?.token ?? tokenOf(card, form.label), inputs: Object.fromEntries(inputs) })
}
