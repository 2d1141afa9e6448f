/** Where the bytes of files lie, by a key that says what is in them: what was put once is never changed. */
export interface Files {
  readonly put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Null when nothing lies there. */
  readonly get: (key: string) => Promise<ReadableStream<Uint8Array> | null>
}

/** The same for who keeps house: what lies there, and what is no longer wanted. */
export interface KeptFiles extends Files {
  /** Some of what lies there, in the order of the keys, from where the last list ended. */
  readonly list: (cursor: string | null, limit: number) => Promise<Listed>
  /** When it was put there last, ms UTC; null when nothing lies there. */
  readonly putAt: (key: string) => Promise<number | null>
  readonly remove: (key: string) => Promise<void>
}

export interface Listed {
  readonly files: readonly { readonly key: string; readonly putAt: number }[]
  /** Where the list goes on; null at its end. */
  readonly cursor: string | null
}
