import { text } from '#shared/i18n/language.ts'
import type { ApprovalPolicy, Approver } from './approval-policy.ts'
import { pointer } from './problem.ts'
import type { Reader } from './reader.ts'
import { asText } from './sentence.ts'
import type { WorkflowApprover, WorkflowPolicy } from './workflow.ts'

export function compilePolicy({ key, name, steps }: ApprovalPolicy, at: string, reader: Reader): WorkflowPolicy {
  return {
    key,
    name: name === undefined ? text(key, key) : asText(name),
    steps: steps.map(({ name: called, when, mode, approvers }, index) => {
      const place = pointer(at, 'steps', index)
      return {
        name: called === undefined ? null : asText(called),
        when: reader.condition(when, pointer(place, 'when')),
        mode,
        approvers: approvers.flatMap((approver, one) =>
          compileApprover(approver, pointer(place, 'approvers', one), reader),
        ),
      }
    }),
  }
}

function compileApprover(approver: Approver, at: string, reader: Reader): WorkflowApprover[] {
  if ('field' in approver) {
    const field = reader.value(approver.field, pointer(at, 'field'), ['text'])
    return field ? [{ field }] : []
  }
  if ('role' in approver && !reader.world.roles.includes(approver.role))
    reader.refuse('unknown_role', pointer(at, 'role'), { name: approver.role })
  return [approver]
}
