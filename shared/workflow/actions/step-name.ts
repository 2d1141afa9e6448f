/** What a step of an action is called by hosts: `advance-quotation:send`. */
export const stepName = (action: string, step: string): string => `${action}:${step}`
