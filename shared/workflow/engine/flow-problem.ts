import { type Text, text } from '#shared/i18n/language.ts'
import { saidIn } from '../definition/problem.ts'

/** Why something is not done, in the sentence that a person needs. */
export interface FlowProblem {
  readonly code: string
  readonly message: Text
  /** The field it is about. */
  readonly field?: string
}

const SENTENCES = {
  not_started: text('This has not begun yet.', '流程尚未开始。'),
  started: text('This has begun already.', '流程已经开始。'),
  finished: text('This has ended.', '流程已经结束。'),
  no_way: text('There is no such way.', '没有这条路径。'),
  not_here: text('It is not at "{name}" now.', '当前不在“{name}”。'),
  by_itself: text('This goes on by itself when it can.', '条件满足时会自动继续。'),
  not_allowed: text('Only for: {who}.', '仅限：{who}。'),
  other_way: text('From here it goes on to "{name}".', '下一步应进入“{name}”。'),
  no_way_on: text('None of the conditions for going on holds.', '没有满足条件的下一步。'),
  missing: text('{name} is missing.', '缺少{name}。'),
  unknown_field: text('There is no such field here.', '此处没有这个字段。'),
  endless: text('It would go round in circles: nothing was done.', '流程会无限循环，未作任何更改。'),
  not_requested: text('"{name}" has not been asked for.', '“{name}”尚未提交审批。'),
  pending: text('"{name}" has not been decided yet.', '“{name}”尚未审批。'),
  rejected: text('"{name}" was rejected.', '“{name}”被驳回。'),
  void: text('"{name}" has to be asked for again.', '“{name}”需要重新提交审批。'),
  own_request: text('Nobody approves their own request.', '不能审批自己提交的申请。'),
  stands_for_requester: text(
    'You stand in for whoever asks for it: somebody else decides.',
    '您是申请人的代理人，须由他人审批。',
  ),
  below_requester: text('Who approves does not work for the one who asks.', '审批人不能是申请人的下属。'),
  decided: text('This has been decided already.', '该申请已有结论。'),
  not_your_turn: text('It is not your turn to decide.', '尚未轮到您审批。'),
  twice: text('You have decided already: each person counts once.', '您已审批过，每人只计一次。'),
  comment_required: text('A rejection says why.', '驳回时必须填写意见。'),
  changed: text(
    'What was asked for has changed since: it has to be asked for again.',
    '申请内容已变更，需要重新提交。',
  ),
  no_approver: text('Nobody can approve this: {who} is missing.', '没有可审批的人：缺少{who}。'),
} as const satisfies Record<string, Text>

export type FlowCode = keyof typeof SENTENCES

export function flowProblem(
  code: FlowCode,
  values: Readonly<Record<string, string | number | Text>> = {},
  field?: string,
): FlowProblem {
  return { code, message: saidIn(SENTENCES[code], values), ...(field === undefined ? {} : { field }) }
}
