import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { Card, CardWidget, OnClick } from '#shared/panel/render/card-json.ts'
import type { Answer } from '../../gmail-addon/src/navigation.ts'
import { absentFromGmail, type Schema, schema, schemasAreThere } from '../contracts/google-schemas.ts'

const url = inject('stageUrl')

/** One of each kind of reader: a rep with customers, one without these, a manager, a merchandiser, a purchaser, a clerk. */
const READERS = ['mia.zhao', 'leo.sun', 'david.chen', 'carol.liu', 'ken.zheng', 'cathy.zhou'] as const
/** Those whose every button is pressed. */
const PRESSING: readonly string[] = ['mia.zhao', 'leo.sun']

async function call(as: string, moment: object): Promise<Answer> {
  const response = await fetch(`${url}/local/gmail`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      as: `${as}@bluewhale-outdoor.example`,
      locale: 'zh-CN',
      timezone: 'Asia/Shanghai',
      ...moment,
    }),
  })
  expect(response.status).toBe(200)
  return response.json() as Promise<Answer>
}

function cardsOf(answer: Answer): Card[] {
  if ('requesting_google_scopes' in answer) return []
  const { navigations = [] } = ('action' in answer ? answer.action : answer.renderActions.action) ?? {}
  return navigations.flatMap((one) =>
    'pushCard' in one ? [one.pushCard] : 'updateCard' in one ? [one.updateCard] : [],
  )
}

const clicksOf = (widget: CardWidget): OnClick[] =>
  'buttonList' in widget
    ? widget.buttonList.buttons.map(({ onClick }) => onClick)
    : 'decoratedText' in widget && widget.decoratedText.onClick
      ? [widget.decoratedText.onClick]
      : []

/** What opens something when it is pressed; a button that sends would change the demo. */
const ways = (card: Card) =>
  card.sections
    .flatMap(({ widgets }) => widgets.flatMap(clicksOf))
    .flatMap((click) => ('action' in click && !sends(click) ? [click.action] : []))

/** A token says what it means to whoever made it: its middle is JSON. */
function sends(click: Extract<OnClick, { action: unknown }>): boolean {
  const claims = atob((click.action.parameters[0]?.value.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))
  return (JSON.parse(claims) as { act: { kind: string } }).act.kind === 'submit'
}

describe.skipIf(!schemasAreThere)(
  'every card of the demo is one that Google takes (skipped where ../shared is not beside the repository)',
  () => {
    let cards: Schema
    let takesCard: ValidateFunction
    let takesAnswer: ValidateFunction
    let mails: string[]

    beforeAll(async () => {
      cards = schema('card.v1.schema.json')
      takesCard = new Ajv2020({ strict: false }).compile(cards)
      takesAnswer = new Ajv2020({ strict: false }).compile(schema('addon-response.schema.json'))
      mails = ((await (await fetch(`${url}/workbench/mails.json`)).json()) as { id: string }[]).map(({ id }) => id)
    })

    function check(answer: Answer): Card[] {
      expect([takesAnswer(answer), takesAnswer.errors]).toEqual([true, null])
      const found = cardsOf(answer)
      for (const card of found) {
        expect([takesCard(card), takesCard.errors]).toEqual([true, null])
        expect(absentFromGmail(cards, card)).toEqual([])
        expect(card.sections.flatMap(({ widgets }) => widgets).length).toBeLessThanOrEqual(100)
      }
      return found
    }

    test.each(READERS)('for %s: the homepage, every mail, and what is behind each', async (as) => {
      const moments = [{ occasion: 'home' }, ...mails.map((mailId) => ({ occasion: 'message', mailId }))]
      let seen = 0
      for (const moment of moments) {
        for (const card of check(await call(as, moment))) {
          seen += 1
          if (!PRESSING.includes(as)) continue
          const beside = 'mailId' in moment ? { mailId: moment.mailId } : {}
          for (const action of ways(card)) {
            seen += check(await call(as, { occasion: 'press', action, inputs: {}, ...beside })).length
          }
        }
      }
      expect(seen).toBeGreaterThanOrEqual(moments.length)
    })
  },
)
