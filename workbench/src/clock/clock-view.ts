import { dateTime, localTime } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'
import { instantOf } from '#shared/time/zone.ts'
import { FIRM_TIMEZONE } from '../demo/firm.ts'
import { askDoor } from '../page/door.ts'
import { button, element, fill } from '../page/element.ts'
import type { Surroundings, View } from '../page/view.ts'
import { type DueNext, dueTable } from './due-table.ts'
import { CLOCK_WORDS as WORDS } from './words.ts'

/** What `POST /local/tick` tells. */
type Ticked = Readonly<Record<'decided' | 'queued' | 'sent' | 'dropped' | 'parked' | 'uncertain' | 'postponed', number>>

/** The demo's clock: what it shows, how to move it, the minute's work by hand, and what is due next. */
export function clockView(around: Surroundings): View {
  const { words } = around
  const now = element('time', { id: 'clock-now' })
  const status = element('p', { className: 'done', attributes: { role: 'status' } })
  const due = element('div', { className: 'due' })
  let language: Language | undefined
  /** How far the demo is ahead of this machine, ms. */
  let ahead = 0

  const amount = element('input', {
    id: 'clock-amount',
    type: 'number',
    min: '1',
    max: '999',
    value: '25',
    required: true,
  })
  const unit = element(
    'select',
    { id: 'clock-unit', ariaLabel: words(WORDS.unit) },
    ...(['minutes', 'hours', 'days'] as const).map((one) => element('option', { value: one }, words(WORDS[one]))),
  )
  unit.value = 'hours'
  const moment = element('input', { id: 'clock-moment', type: 'datetime-local', required: true })

  return {
    element: element(
      'section',
      { className: 'room clock', ariaLabel: words(WORDS.room) },
      part(WORDS.now, element('p', { className: 'now' }, now, element('span', {}, FIRM_TIMEZONE))),
      part(
        WORDS.jump,
        element(
          'div',
          { className: 'jumps' },
          jump('clock-hour', words(WORDS.hour), 'PT1H'),
          jump('clock-day', words(WORDS.day), 'P1D'),
          form(
            () => move({ advance: DURATIONS[unit.value as keyof typeof DURATIONS](amount.value) }),
            label('clock-amount', words(WORDS.by)),
            amount,
            unit,
            element('button', { className: 'command' }, words(WORDS.go)),
          ),
          form(
            () => move({ set: new Date(chosen()).toISOString() }),
            label('clock-moment', words(WORDS.to)),
            moment,
            element('button', { className: 'command' }, words(WORDS.set)),
          ),
        ),
      ),
      part(
        WORDS.tick,
        element('p', { className: 'hint' }, words(WORDS.tickHint)),
        button({ id: 'clock-tick', className: 'command primary', onclick: () => void tick() }, words(WORDS.run)),
        status,
      ),
      part(WORDS.due, due),
    ),
    show(scene) {
      if (language) return
      language = scene.language
      void look()
      const ticking = setInterval(() => (now.isConnected ? draw() : clearInterval(ticking)), 1000)
    },
  }

  function part(title: (typeof WORDS)[keyof typeof WORDS], ...children: HTMLElement[]): HTMLElement {
    return element('section', {}, element('h2', {}, words(title)), ...children)
  }

  function jump(id: string, name: string, advance: string): HTMLElement {
    return button({ id, className: 'command', onclick: () => void move({ advance }) }, `+ ${name}`)
  }

  /** The moment in the field, which is one on the firm's clock. */
  function chosen(): number {
    const [date = '', time = ''] = moment.value.split('T')
    return instantOf(date, time.slice(0, 5), FIRM_TIMEZONE)
  }

  async function look(): Promise<void> {
    const [clock, timers] = await Promise.all([
      askDoor<{ readonly now: number }>('/local/clock'),
      askDoor<{ readonly timers: readonly DueNext[] }>('/local/timers'),
    ])
    if (!clock || !timers) return say(WORDS.failed)
    ahead = clock.now - Date.now()
    moment.value = dateTime(clock.now, FIRM_TIMEZONE).replace(' ', 'T')
    draw()
    if (language) fill(due, dueTable(timers.timers, around, { now: clock.now, language }))
  }

  function draw(): void {
    const instant = Date.now() + ahead
    const [weekday] = localTime(instant, FIRM_TIMEZONE, language ?? 'en').split(' ')
    const shown = `${weekday} ${dateTime(instant, FIRM_TIMEZONE)}`
    if (now.textContent !== shown) now.textContent = shown
    now.dateTime = new Date(instant).toISOString()
  }

  async function move(by: { readonly advance: string } | { readonly set: string }): Promise<void> {
    const moved = await askDoor('/local/clock', by)
    if (!moved) return say(WORDS.failed)
    await look()
    status.textContent = ''
  }

  async function tick(): Promise<void> {
    const done = await askDoor<Ticked>('/local/tick', {})
    if (!done) return say(WORDS.failed)
    status.textContent = words(WORDS.done, { ...done, aside: done.parked + done.uncertain })
    await look()
  }

  function say(sentence: (typeof WORDS)[keyof typeof WORDS]): void {
    status.textContent = words(sentence)
  }
}

const DURATIONS = {
  minutes: (amount: string) => `PT${amount}M`,
  hours: (amount: string) => `PT${amount}H`,
  days: (amount: string) => `P${amount}D`,
}

const label = (htmlFor: string, name: string): HTMLElement => element('label', { htmlFor }, name)

/** Fields that are checked by the browser before anything is done. */
function form(done: () => void, ...children: HTMLElement[]): HTMLElement {
  return element(
    'form',
    {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault()
        done()
      },
    },
    ...children,
  )
}
