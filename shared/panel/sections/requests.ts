import type { AskedRequest } from '#shared/customer/home.ts'
import type { OpenRequest } from '#shared/customer/open-request.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Widget } from '../panel.ts'
import { SUMMARY_MAX } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** Colleagues who ask for the customer, or with no mail open for any, for whoever may decide that. */
export const requests: SectionBuilder<{ readonly requests: readonly (OpenRequest & Partial<AskedRequest>)[] }> = {
  key: 'requests',
  build(file, view) {
    if (file.requests.length === 0) return null
    const offers = view.offers('requests')
    const whole = file.requests.flatMap((request): Widget[] => [
      {
        kind: 'item',
        title: say(request.wanted === 'transfer' ? ASKS_ALL : ASKS, view.language, { name: request.asker }),
        lines: [request.customer?.name, dateTime(request.asked_at, view.timezone), request.reason].filter(isSaid),
        tone: 'warning',
        ...(request.customer ? { open: { type: 'customer', id: request.customer.id } } : {}),
      },
      ...offers.filter(({ target }) => target.id === request.id),
    ])
    return {
      title: text('Asked to share', '共享申请')[view.language],
      tone: 'warning',
      summary: whole.slice(0, SUMMARY_MAX),
      ...(whole.length > SUMMARY_MAX ? { full: whole } : {}),
    }
  },
}

const isSaid = (line: string | null | undefined): line is string => Boolean(line)

const ASKS = text('{name} asks to share this customer', '{name} 申请共享该客户')
const ASKS_ALL = text('{name} asks to take this customer over', '{name} 申请接手该客户')
