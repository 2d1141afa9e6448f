/** The action that moves records of a type on: `advance-production-order`. */
export const advanceName = (type: string): string => `advance-${type.replaceAll('_', '-')}`
