/** What webhooks need, loaded as one when the first comes: in several parts, the start would be cut into more as well. */
export { describeHooks } from './hook-description.ts'
export { tellMilestones } from './milestone-hook.ts'
export { makeSecret } from './milestone-secret.ts'
