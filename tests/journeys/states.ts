import type { Opening, Workbench } from './open.ts'

/** A state of the pane that a person can meet: how to get there, and how one sees that it is reached. */
export interface State {
  readonly name: string
  readonly opening: Opening
  readonly reach: (workbench: Workbench) => Promise<void>
}

const TRILHA = '03_br_resposta_cotacao'

const showing = (title: string) => (workbench: Workbench) => workbench.showing(title)

/** Chooses the mail of that sender in the list, by clicking it in the page itself: a narrow screen hides the list. */
async function chooseFrom({ page }: Workbench, sender: string): Promise<void> {
  await page
    .locator('[data-mail]', { hasText: sender })
    .first()
    .evaluate((row: HTMLElement) => row.click())
}

export const STATES: readonly State[] = [
  { name: 'customer', opening: { mail: TRILHA }, reach: showing('Trilha Sul') },
  { name: 'customer-by-domain', opening: { mail: '02_de_anfrage' }, reach: showing('Baumann') },
  {
    name: 'customer-in-full',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      for (const key of ['money', 'orders']) await workbench.pane.locator(`[data-fold="${key}"] > summary`).click()
    },
  },
  {
    name: 'step-form',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      await workbench.pane.locator('[data-key=next_step] summary').click()
    },
  },
  {
    name: 'field-problem',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      const step = workbench.pane.locator('[data-key=next_step]')
      await step.locator('summary').click()
      await step.locator('input').first().fill('')
      await step.locator('button[type=submit]').click()
      await step.locator('[aria-invalid=true]').waitFor()
    },
  },
  { name: 'unknown-sender', opening: { mail: '04_mx_plataforma' }, reach: showing('TradePlaza') },
  {
    name: 'inquiry-form',
    opening: { mail: '07_fr_demande_prix' },
    async reach({ pane }) {
      await pane.locator('[data-key=sender] summary').click()
    },
  },
  {
    name: 'several-customers',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      await chooseFrom(workbench, 'Nora Lam')
      await workbench.pane.locator('[data-key=several]').waitFor()
    },
  },
  {
    name: 'colleague',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      await chooseFrom(workbench, 'Kevin Wang')
      await workbench.pane.locator('[data-key=colleague]').waitFor()
    },
  },
  {
    name: 'colleagues-customer',
    opening: { mail: TRILHA, as: 'ryan.huang' },
    reach: ({ pane }) => pane.locator('[data-key=taken] form').waitFor(),
  },
  {
    name: 'not-my-post',
    opening: { mail: TRILHA, as: 'ken.zheng' },
    reach: ({ pane }) => pane.locator('[data-key=closed]').waitFor(),
  },
  {
    name: 'edit-form',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      await workbench.pane.locator('[data-fold="who"] > summary').click()
      await workbench.pane.locator('[data-key=who] details.folded > summary').first().click()
    },
  },
  {
    name: 'tier-form',
    opening: { mail: TRILHA },
    async reach(workbench) {
      await workbench.showing('Trilha Sul')
      await workbench.pane.locator('[data-fold="who"] > summary').click()
      await workbench.pane.locator('[data-key=who] details.folded > summary').last().click()
    },
  },
  {
    name: 'home',
    opening: { mail: 'none', as: 'mia.zhao' },
    reach: ({ pane }) => pane.locator('[data-key=recent]').waitFor(),
  },
  {
    name: 'home-in-full',
    opening: { mail: 'none', as: 'mia.zhao' },
    reach: ({ pane }) => pane.locator('[data-fold=answer_now] > summary').click(),
  },
  {
    name: 'home-of-a-clerk',
    opening: { mail: 'none', as: 'cathy.zhou' },
    reach: ({ pane }) => pane.locator('[data-key=recent]').waitFor(),
  },
  {
    name: 'inquiry',
    opening: { mail: 'none', as: 'leo.sun' },
    async reach({ pane }) {
      await pane.getByRole('button', { name: 'Møllebakken' }).click()
      await pane.locator('[data-key=request]').waitFor()
    },
  },
  {
    name: 'signed-out',
    opening: { mail: TRILHA, as: 'none' },
    reach: ({ pane }) => pane.locator('#sign-in').waitFor(),
  },
  {
    name: 'unreachable',
    opening: { mail: TRILHA },
    async reach({ page, pane }) {
      await page.route('**/v1/panel', (route) => route.abort())
      await chooseFrom({ page } as Workbench, 'Kevin Wang')
      await pane.locator('#retry').waitFor()
    },
  },
]

/** What a person can meet in Gmail, where every state is a card. */
export const GMAIL_STATES: readonly State[] = (
  [
    ['gmail-customer', { mail: TRILHA }, async () => {}],
    [
      'gmail-section',
      { mail: TRILHA },
      ({ card }) => card.getByRole('button', { name: /Open orders|未结订单/ }).click(),
    ],
    [
      'gmail-form',
      { mail: TRILHA },
      ({ card }) => card.getByRole('button', { name: /^(Add a note|添加备注)$/ }).click(),
    ],
    ['gmail-colleagues-customer', { mail: TRILHA, as: 'ryan.huang' }, async () => {}],
    ['gmail-unknown-sender', { mail: '04_mx_plataforma' }, async () => {}],
    ['gmail-home', { mail: 'none', as: 'mia.zhao' }, async () => {}],
  ] as const satisfies readonly (readonly [string, Opening, (workbench: Workbench) => Promise<void>])[]
).map(([name, opening, press]) => ({
  name,
  opening: { ...opening, host: 'gmail' },
  async reach(workbench) {
    await workbench.card.waitFor()
    const first = await workbench.card.getAttribute('data-card')
    await press(workbench)
    if (press.length > 0) await workbench.page.locator(`.gmail .card:not([data-card="${first}"])`).waitFor()
  },
}))
