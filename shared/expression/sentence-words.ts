import { text } from '#shared/i18n/language.ts'

/** The pieces that sentences about expressions are put together from. */

export const VALUES = {
  quoted: text('“{value}”', '“{value}”'),
  yes: text('yes', '是'),
  no: text('no', '否'),
  of: text('{record} {field}', '{record}的{field}'),
  isTrue: text('{left} is yes', '{left}为是'),
  brackets: text('({whole})', '（{whole}）'),
}

export const COMPARED = {
  '=': text('{left} is {right}', '{left}为{right}'),
  '!=': text('{left} is not {right}', '{left}不为{right}'),
  '<': text('{left} is less than {right}', '{left}小于{right}'),
  '<=': text('{left} is at most {right}', '{left}不超过{right}'),
  '>': text('{left} is more than {right}', '{left}大于{right}'),
  '>=': text('{left} is at least {right}', '{left}不少于{right}'),
  'day =': text('{left} is on {right}', '{left}为{right}'),
  'day !=': text('{left} is not on {right}', '{left}不为{right}'),
  'day <': text('{left} is before {right}', '{left}早于{right}'),
  'day <=': text('{left} is not after {right}', '{left}不晚于{right}'),
  'day >': text('{left} is after {right}', '{left}晚于{right}'),
  'day >=': text('{left} is not before {right}', '{left}不早于{right}'),
  in: text('{left} is one of {right}', '{left}为{right}之一'),
  'not in': text('{left} is none of {right}', '{left}不是{right}中的任何一个'),
  contains: text('{left} contains {right}', '{left}包含{right}'),
}

export const EMPTY = {
  empty: text('{left} is not filled in', '{left}未填写'),
  filled: text('{left} is filled in', '{left}已填写'),
}

export const THERE_IS = {
  none: text('there is no {record}{where}', '没有{record}{where}'),
  some: text('there is a {record}{where}', '有{record}{where}'),
}

export const JOINED = {
  and: text(' and ', '，且'),
  or: text(' or ', '，或'),
  item: text(', ', '、'),
  not: text('it is not so that {condition}', '并非{condition}'),
}

export const EVERY = {
  all: text('for every {record}{where}: {body}', '每个{record}{where}：{body}'),
  any: text('for at least one {record}{where}: {body}', '至少一个{record}{where}：{body}'),
  where: text(' (where {condition})', '（{condition}）'),
}

export const FUNCTIONS = {
  count: text('the number of {record}{where}', '{record}数量{where}'),
  sum: text('the sum of {body}{where}', '{body}合计{where}'),
  min: text('the least {body}{where}', '最小的{body}{where}'),
  max: text('the greatest {body}{where}', '最大的{body}{where}'),
  'day min': text('the earliest {body}{where}', '最早的{body}{where}'),
  'day max': text('the latest {body}{where}', '最晚的{body}{where}'),
  if: text('if {condition} then {yes}, else {no}', '如果{condition}则为{yes}，否则为{no}'),
  days_between: text('the days from {from} to {to}', '{from}至{to}的天数'),
  today: text('today', '今天'),
  now: text('now', '现在'),
}

export const MOVED = {
  after: text('{length} after {from}', '{from}后{length}'),
  before: text('{length} before {from}', '{from}前{length}'),
}

export const LENGTHS = {
  days: text('{count} days', '{count}天'),
  hours: text('{count} h', '{count}小时'),
  minutes: text('{count} min', '{count}分钟'),
}
