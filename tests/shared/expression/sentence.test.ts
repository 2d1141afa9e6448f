import { describe, expect, test } from 'vitest'
import { compileExpression } from '#shared/expression/compile.ts'
import type { FactSchema } from '#shared/expression/schema.ts'
import { sentenceOf } from '#shared/expression/sentence.ts'
import type { Language } from '#shared/i18n/language.ts'
import { text } from '#shared/i18n/language.ts'

const SCHEMA: FactSchema = {
  records: {
    contract: {
      many: false,
      label: text('Contract', '合同'),
      fields: {
        signed_file: { kind: 'text', label: text('Signed file', '签字文件') },
        etd: { kind: 'date', label: text('ETD', '预计开船日') },
        sent_at: { kind: 'instant', label: text('Sent', '发送时间') },
        amount: { kind: 'number', label: text('Amount', '金额') },
        tags: { kind: 'texts', label: text('Tags', '标签') },
      },
    },
    sample: {
      many: true,
      label: text('Sample', '样品'),
      fields: {
        status: {
          kind: 'choice',
          choices: ['making', 'cancelled'],
          words: { making: text('in the making', '制作中'), cancelled: text('cancelled', '已取消') },
          label: text('Status', '状态'),
        },
        round: { kind: 'number', label: text('Round', '轮次') },
        due_date: { kind: 'date' },
      },
    },
  },
  fields: {
    deposit: { kind: 'boolean', label: text('Deposit received', '已收定金') },
    'custom.laser_logo': { kind: 'text' },
  },
}

const SENTENCES: readonly (readonly [string, string, string])[] = [
  ['contract.signed_file not empty', 'Contract signed file is filled in', '合同的签字文件已填写'],
  ['contract.etd empty', 'Contract ETD is not filled in', '合同的预计开船日未填写'],
  ['contract empty', 'There is no Contract', '没有合同'],
  ['sample not empty', 'There is a Sample', '有样品'],
  ['deposit', 'Deposit received is yes', '已收定金为是'],
  ['deposit = false', 'Deposit received is no', '已收定金为否'],
  ["custom.laser_logo = 'x'", 'Laser logo is “x”', 'Laser logo为“x”'],
  ['contract.etd > today()', 'Contract ETD is after today', '合同的预计开船日晚于今天'],
  ["contract.etd <= '2026-10-20'", 'Contract ETD is not after 2026-10-20', '合同的预计开船日不晚于2026-10-20'],
  ['contract.amount >= 10.5', 'Contract amount is at least 10.5', '合同的金额不少于10.5'],
  [
    "sample.status in ['making', 'cancelled']",
    'For at least one Sample: Status is one of “in the making”, “cancelled”',
    '至少一个样品：状态为“制作中”、“已取消”之一',
  ],
  [
    "all(sample.status != 'making' where round > 1)",
    'For every Sample (where Round is more than 1): Status is not “in the making”',
    '每个样品（轮次大于1）：状态不为“制作中”',
  ],
  [
    "count(sample where status = 'making') = 0",
    'There is no Sample (where Status is “in the making”)',
    '没有样品（状态为“制作中”）',
  ],
  ['count(sample) >= 1', 'There is a Sample', '有样品'],
  ['sample.count > 2', 'The number of Sample is more than 2', '样品数量大于2'],
  ['max(sample.due_date) < now()', 'The latest Sample due date is before now', '最晚的样品的due date早于现在'],
  ['contract.etd - 10', '10 days before Contract ETD', '合同的预计开船日前10天'],
  ['contract.sent_at + 240 min', '4 h after Contract sent', '合同的发送时间后4小时'],
  ['contract.sent_at + 90 min', '90 min after Contract sent', '合同的发送时间后90分钟'],
  ['contract.sent_at + 3 d', '3 days after Contract sent', '合同的发送时间后3天'],
  ['contract.amount * (1 + 2)', 'Contract amount × (1 + 2)', '合同的金额 × （1 + 2）'],
  [
    'deposit and (contract empty or contract.amount > 1)',
    'Deposit received is yes and (there is no Contract or Contract amount is more than 1)',
    '已收定金为是，且（没有合同，或合同的金额大于1）',
  ],
  ['not deposit', 'It is not so that Deposit received is yes', '并非已收定金为是'],
  [
    'if(deposit, days_between(contract.etd, today()), 0)',
    'If Deposit received is yes then the days from Contract ETD to today, else 0',
    '如果已收定金为是则为合同的预计开船日至今天的天数，否则为0',
  ],
  ["contract.tags contains 'x'", 'Contract tags contains “x”', '合同的标签包含“x”'],
]

const said = (source: string, language: Language) => {
  const compiled = compileExpression(source, SCHEMA, 'value')
  return compiled.ok ? sentenceOf(compiled.expression, SCHEMA, language) : compiled.problems[0]?.message.en
}

describe('an expression as a sentence', () => {
  test.each(SENTENCES)('%s', (source, en, zh) => {
    expect(said(source, 'en')).toBe(en)
    expect(said(source, 'zh-CN')).toBe(zh)
  })

  test('what somebody wrote is shown as it is', () => {
    expect(said("custom.laser_logo = '{left} <b>'", 'en')).toBe('Laser logo is “{left} <b>”')
  })
})
