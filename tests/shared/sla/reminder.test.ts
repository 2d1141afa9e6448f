import { describe, expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import type { InquirySituation } from '#shared/customer/situation.ts'
import type { Language } from '#shared/i18n/language.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import { claimRule } from '#shared/sla/claim-rule.ts'
import { claimReminder } from '#shared/sla/reminder.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { anInquiry } from '../../fixtures/builders.ts'

const RECEIVED = Date.parse('2026-10-19T01:00:00Z')
const HOUR = 3_600_000
const LINK = 'https://desk.example/desk/inquiries/1'

const about = (given: Partial<Inquiry> = {}, owner = false): InquirySituation => ({
  kind: 'inquiry',
  inquiry: anInquiry({ id: '1', doc_no: 'INQ-2026-0042', received_at: RECEIVED, ...given }),
  owner: owner ? { id: 'leo', alias: 'Leo Sun', display_name: '孙浩' } : null,
  team: 'Europe & CIS',
  customer: null,
})

type As = Parameters<typeof claimReminder>[1]['as']
function mail(situation: InquirySituation, as: As, hours: number, language: Language, levels = [0]) {
  const now = RECEIVED + hours * HOUR
  return claimReminder(
    situation,
    { levels: levels.flatMap((level) => claimRule.levels[level] ?? []), as, link: LINK },
    {
      desk: null,
      language,
      now,
      today: '2026-10-20',
      timezone: 'Asia/Shanghai',
      currency: 'CNY',
      domains: ['bluewhale-outdoor.example'],
      viewer: { id: 'u', alias: 'U' },
      access: accessOf(['gm']),
      fields: STANDARD_FIELDS,
    },
  )
}

describe('a reminder', () => {
  test('says in its subject which inquiry, whose, and how long there is', () => {
    expect(mail(about(), 'responsible', 20, 'en').subject).toBe(
      'INQ-2026-0042 · Trail & Timber Co.: to be claimed in 4 h',
    )
    expect(mail(about(), 'responsible', 25, 'zh-CN').subject).toBe(
      'INQ-2026-0042 · Trail & Timber Co.：未认领，已超时1小时',
    )
  })

  test('says why its reader gets it, what they can do, what it is about, and where it is', () => {
    const { text } = mail(about({}, true), 'superior', 25, 'en', [0, 1])
    const [why, what, together] = text.split('\n\n')
    expect(why).toBe(
      'You are above the one this inquiry is with (Leo Sun), and it has not been claimed by 2026-10-20 09:00.',
    )
    expect(what).toBe('Claim it in Quayside yourself, or see that somebody does.')
    expect(together).toBe(
      'Reached together, in one mail: 80 % of the time to claim it is over; the time to claim it is over.',
    )
    expect(text).toContain('Fire bowls and grills for spring')
    expect(text.endsWith(`\n\nOpen it: ${LINK}\n`)).toBe(true)
  })

  test('tells the leader of a team of their pool, and whoever has it of themselves', () => {
    expect(mail(about(), 'responsible', 20, 'en').text).toMatch(/^This inquiry lies in the pool of your team/)
    expect(mail(about({}, true), 'responsible', 20, 'zh-CN').text).toMatch(/^此询盘已分配给您/)
  })

  test.each(['responsible', 'superior', 'second_superior', 'fallback', 'stand_in'] as const)(
    'to the %s leaves no blank unfilled, in both languages',
    (as) => {
      for (const language of ['en', 'zh-CN'] as const) {
        const { subject, text } = mail(about(), as, 30, language)
        expect(subject + text).not.toMatch(/\{\w+\}|undefined|null/)
      }
    },
  )

  test('keeps what a buyer wrote out of its headings and its subject of one line', () => {
    const hostile = about({ company_name: 'Evil\r\nBcc: all@firm.example\r\n\r\nBody {link}', contact_name: null })
    const { subject, text } = mail(hostile, 'fallback', 30, 'en')
    expect(subject).toMatch(/^INQ-2026-0042 · Evil Bcc: all@firm\.example Body \{link\}: not claimed, 6 h late$/)
    expect(text.split('\n').filter((line) => line.startsWith('Bcc:') || line.startsWith('Open it:'))).toEqual([
      `Open it: ${LINK}`,
    ])
  })
})
