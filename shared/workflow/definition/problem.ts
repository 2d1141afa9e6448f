import type { Place } from '#shared/expression/problems.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'

/** What is wrong with a definition, and where in its JSON: `nodes/3/exit_criteria/0/expr`, and the place in the expression. */
export interface DefinitionProblem {
  readonly code: string
  readonly message: Text
  readonly at: string
  readonly place?: Place
}

/** By code. The codes are stable; the sentences are for whoever writes definitions. */
const SENTENCES = {
  too_big_a_file: text('A definition is at most {maximum} bytes of JSON.', '流程定义最多 {maximum} 字节（JSON）。'),
  required: text('This is required.', '此项必填。'),
  unknown: text('There is no such key here.', '此处没有这个键。'),
  type: text('Expected {expected}.', '类型应为 {expected}。'),
  choice: text('One of: {values}.', '只能是：{values}。'),
  too_big: text('At most {maximum}.', '最多 {maximum}。'),
  too_small: text('At least {minimum}.', '至少 {minimum}。'),
  format: text('Not in the expected form.', '格式不正确。'),
  name: text(
    'A name of small letters, digits and _, a letter first.',
    '名称只能包含小写字母、数字和下划线，以字母开头。',
  ),
  path: text('A field such as order.promised_date.', '字段格式如 order.promised_date。'),
  currency: text('A currency code such as USD.', '币种代码，如 USD。'),
  one_of: text(
    'Exactly one of role, field, team_leader_of and user.',
    'role、field、team_leader_of、user 必须且只能有一个。',
  ),
  twice: text('"{name}" stands here twice.', '“{name}”重复。'),
  no_start: text('There is no start.', '缺少起点。'),
  two_starts: text('There can be one start only.', '只能有一个起点。'),
  into_start: text('No way leads back to the start.', '不能有路径通向起点。'),
  from_end: text('No way leads away from an end.', '终点不能再有出路。'),
  unknown_node: text('There is no node "{name}".', '没有节点“{name}”。'),
  unreachable: text('"{name}" cannot be reached from the start.', '从起点无法到达“{name}”。'),
  no_end: text('From "{name}" no end can be reached.', '从“{name}”无法到达任何终点。'),
  no_default: text('A gateway needs a way that is the default.', '网关必须有默认路径。'),
  two_defaults: text('There can be one default only.', '只能有一条默认路径。'),
  default_condition: text('The default is taken when no condition holds: it has none itself.', '默认路径不能带条件。'),
  never_taken: text(
    'This way is never taken: "{name}" comes before it and has no condition.',
    '此路径永远不会被走到：“{name}”在它之前且没有条件。',
  ),
  no_person: text(
    'Nobody stands at "{name}": a way from here asks nobody anything.',
    '“{name}”处没有人操作，由此出发的路径不能要求人填写或确认。',
  ),
  gateway_choice: text(
    'Nobody chooses at a gateway: give it a condition, or make it the default.',
    '网关处无人选择：请给出条件或设为默认。',
  ),
  and_condition: text(
    'All ways of a parallel gateway are taken: none has a condition or is the default.',
    '并行网关的所有路径都会走，不能带条件或默认标记。',
  ),
  and_unmatched: text(
    '"{name}" splits the road and no one gateway joins all its branches.',
    '“{name}”的并行分支没有由同一个网关汇合。',
  ),
  and_no_split: text('"{name}" joins branches that no gateway has split.', '“{name}”汇合的分支并非由网关分开。'),
  and_entered: text('This way leads into a branch of "{name}" from outside.', '此路径从外部进入“{name}”的分支。'),
  and_crossed: text(
    'This way leads out of a branch of "{name}" other than through its join.',
    '此路径未经汇合就离开“{name}”的分支。',
  ),
  endless: text(
    'This way goes in a circle in which nobody ever stops: {names}.',
    '此路径形成无人停留的循环：{names}。',
  ),
  not_here: text('A {type} has no "{key}".', '{type} 类型的节点没有“{key}”。'),
  unknown_role: text('There is no role "{name}".', '没有角色“{name}”。'),
  unknown_person: text('Nobody is known as "{name}".', '找不到“{name}”所指的人。'),
  unknown_field: text('There is no field "{name}".', '没有字段“{name}”。'),
  deal_only: text(
    'The way of a record keeps no fields of its own: add the field to the record first.',
    '记录的流程不保存自带字段，请先为该记录添加自定义字段。',
  ),
  other_record: text('A form asks for fields of its own record only.', '表单只能填写本记录的字段。'),
  not_a_choice: text('"{name}" is not a value of the field "{field}".', '“{name}”不是字段“{field}”的可选值。'),
  no_choice_field: text('"{name}" is not a choice field of the record.', '“{name}”不是本记录的单选字段。'),
  unknown_effect: text('Nobody knows how to do "{name}".', '没有名为“{name}”的操作。'),
  unknown_policy: text('There is no approval "{name}".', '没有审批规则“{name}”。'),
  no_policy: text('An approval names its policy.', '审批节点必须指明审批规则。'),
  options: text('A choice has options, and nothing else has.', '单选字段必须有选项，其他类型不能有。'),
  money: text('Money has a currency, and nothing else has.', '金额字段必须有币种，其他类型不能有。'),
  reserved: text('"{name}" means something else already.', '“{name}”已另有含义。'),
  no_limit: text('This clock has no end: {needed}.', '此时限没有终点：{needed}。'),
  two_limits: text('A clock ends in one way only: {given}.', '时限只能有一种终点：{given}。'),
  no_one: text('The last level tells a person, whatever holds.', '最后一级必须无条件通知到人。'),
  unknown_clock: text('The stage has no clock "{name}" with {days} days.', '该阶段没有“{name}”且为 {days} 天的时限。'),
  unknown_zone: text('There is no time zone "{name}".', '没有时区“{name}”。'),
  kind: text('A {expected} is expected here.', '此处应为{expected}。'),
} as const satisfies Record<string, Text>

export type DefinitionCode = keyof typeof SENTENCES

type Said = Readonly<Record<string, string | number | Text>>

export const pointer = (...path: readonly (string | number | symbol)[]): string => path.map(String).join('/')

export function definitionProblem(code: DefinitionCode, at: string, values: Said = {}): DefinitionProblem {
  return { code, message: saidIn(SENTENCES[code], values), at }
}

/** A sentence with its names filled in, in both languages. */
export function saidIn(sentence: Text, values: Said): Text {
  const one = (language: keyof Text) =>
    say(
      sentence,
      language,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value[language] : value]),
      ),
    )
  return text(one('en'), one('zh-CN'))
}
