/** The command was called in a way it cannot follow; its message is the one line the caller sees. */
export class UsageError extends Error {}
