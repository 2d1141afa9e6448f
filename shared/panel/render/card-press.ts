import { type Deck, type Meaning, TOKEN } from './card-intent.ts'
import type { Button, CardAction, CardWidget, OnClick } from './card-json.ts'
import { written } from './card-text.ts'

/** What happens on a press: Google calls us with the signed intent. */
export async function press(
  meaning: Meaning,
  { actionUrl, sign, about, see }: Deck,
  more: Pick<CardAction, 'persistValues' | 'requiredWidgets'> = {},
): Promise<OnClick> {
  const value = await sign({
    ...meaning,
    ...(about ? { about } : {}),
    ...(see === undefined || meaning.kind === 'see' ? {} : { see }),
  })
  return {
    action: { function: actionUrl, parameters: [{ key: TOKEN, value }], loadIndicator: 'SPINNER', ...more },
  }
}

/** The teal of the other hosts; Gmail's own blue fills no button. */
export const PRIMARY = { red: 15 / 255, green: 122 / 255, blue: 133 / 255 }

/** A button, filled when it is the one thing to do next. */
export function button(label: string, onClick: OnClick, { primary }: { readonly primary?: boolean } = {}): CardWidget {
  return row({ text: written('button.text', label), ...(primary ? { color: PRIMARY } : {}), onClick })
}

export const row = (...buttons: readonly Button[]): CardWidget => ({ buttonList: { buttons } })

/** Buttons that follow one another share a row. */
export function inRows(widgets: readonly CardWidget[]): CardWidget[] {
  const rows: CardWidget[] = []
  for (const widget of widgets) {
    const last = rows.at(-1)
    if (last && 'buttonList' in last && 'buttonList' in widget) {
      rows[rows.length - 1] = row(...last.buttonList.buttons, ...widget.buttonList.buttons)
    } else {
      rows.push(widget)
    }
  }
  return rows
}
